import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DialField, DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import type { Settings } from '../../settings/settings';
import { createDetection, type Detection } from './detection';
import { type DialDefaults, type Draft, EMPTY_DRAFT, type FieldErrors, outgoing, toRequest } from './draft';

/** What a field of the form needs to know and may do; the editor of presets has such fields too. */
export interface FieldValues {
  readonly draft: ReadonlySignal<Draft>;
  readonly errors: ReadonlySignal<FieldErrors>;
  edit(field: DialField, value: string): void;
}

/** A request body that could not be sent, and why. */
export type WrongBody = { text: string; error: string };

/** The form *Dial out*: what was typed, what it turned out to be, and what is wrong with it. */
export interface DialFormState extends FieldValues {
  /** What was typed and chosen, without what follows from it. */
  readonly typed: ReadonlySignal<Draft>;
  readonly detection: Detection;
  /** The person chose the protocol: no detection counts against it. */
  readonly isProtocolChosen: ReadonlySignal<boolean>;
  /** Everything is to be sent as typed. */
  readonly isExact: ReadonlySignal<boolean>;
  /** What would be sent at this moment, before it is checked. */
  readonly outgoing: ReadonlySignal<Draft>;
  /** Counts the drafts that were refused at a field: each of them moves the focus to that field. */
  readonly refusals: ReadonlySignal<number>;
  /** The request body as it was typed by hand, while something is wrong with it. */
  readonly wrongBody: Signal<WrongBody | undefined>;
  /** Takes all fields from a request; nothing is detected in it any more. */
  fill(request: Partial<Draft>): void;
  /** Has everything sent as typed, or goes back to what is detected. */
  setExact(exact: boolean): void;
  /** Takes back the choice of a protocol. */
  unchooseProtocol(): void;
  /**
   * Says what is wrong at the fields, or returns the request that stands there at this moment, once it is
   * known what the destination is: what is typed meanwhile belongs to another one.
   */
  check(): Promise<Result<DialRequest, FieldErrors>>;
  /** Marks fields as wrong and moves the focus there. */
  refuse(errors: FieldErrors): void;
}

/** Makes the form. It follows `defaults` in what the person has left open. */
export function createForm(
  defaults: ReadonlySignal<DialDefaults & Pick<Settings, 'region'>>,
  stop: AbortSignal,
): DialFormState {
  const draft = signal(EMPTY_DRAFT);
  const isExact = signal(false);
  const errors = signal<FieldErrors>({});
  const refusals = signal(0);
  const wrongBody = signal<WrongBody>();
  const destination = computed(() => draft.value.destination);
  const region = computed(() => defaults.value.region);
  const detection = createDetection(destination, region, stop);
  const sent = computed(() => outgoing(draft.value, detection.found.value, defaults.value, isExact.value));

  const refuse = (wrong: FieldErrors) =>
    batch(() => {
      errors.value = wrong;
      refusals.value += 1;
    });

  return {
    draft: computed(() => ({ ...draft.value, protocol: sent.value.protocol, role: sent.value.role })),
    typed: draft,
    errors,
    refusals,
    detection,
    isProtocolChosen: computed(() => draft.value.protocol !== ''),
    isExact,
    wrongBody,
    outgoing: sent,
    edit(field, value) {
      batch(() => {
        draft.value = { ...draft.value, [field]: value };
        if (field === 'destination') isExact.value = false;
        wrongBody.value = undefined;
        errors.value = withoutErrorsOf(field, errors.value);
      });
    },
    fill(request) {
      batch(() => {
        draft.value = { ...EMPTY_DRAFT, ...request };
        isExact.value = true;
        wrongBody.value = undefined;
        errors.value = {};
      });
    },
    setExact(exact) {
      batch(() => {
        isExact.value = exact;
        errors.value = {};
      });
    },
    unchooseProtocol() {
      draft.value = { ...draft.value, protocol: '' };
    },
    async check() {
      const exact = isExact.peek();
      const checked = toRequest(
        // First of all.
        draft.peek(),
        detection.found.peek() ?? (await detection.pending.peek()),
        defaults.peek(),
        exact,
      );
      if (!checked.ok) refuse(checked.error);
      else if (!wrongBody.peek()) errors.value = {};
      else {
        refuse({});
        return { ok: false, error: {} };
      }
      return checked;
    },
    refuse,
  };
}

function withoutErrorsOf(edited: DialField, errors: FieldErrors): FieldErrors {
  const rest = { ...errors, [edited]: undefined };
  // Their errors may be about the protocol, which has just changed.
  if (edited === 'protocol') Object.assign(rest, { presentation_url: undefined, destination: undefined });
  return rest;
}
