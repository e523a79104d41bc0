import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DialField, DialRequest } from '../../protocol/dial-fields';
import type { Result } from '../../protocol/result';
import { checkDraft, type Draft, EMPTY_DRAFT, type FieldErrors } from '../draft';
import { createDetection, type Detection } from './detection';
import { type Choices, isUndialable, NO_CHOICES, outgoing } from './outgoing';

/** What a field of the form needs to know and may do; the editor of presets has such fields too. */
export interface FieldValues {
  readonly draft: ReadonlySignal<Draft>;
  readonly errors: ReadonlySignal<FieldErrors>;
  edit(field: DialField, value: string): void;
}

/** The form *Dial out*: what was typed, what it turned out to be, and what is wrong with it. */
export interface DialFormState extends FieldValues {
  readonly detection: Detection;
  readonly choices: ReadonlySignal<Choices>;
  /** What would be sent at this moment, before it is checked. */
  readonly outgoing: ReadonlySignal<Draft>;
  /** Counts the drafts that were refused at a field: each of them moves the focus to that field. */
  readonly refusals: ReadonlySignal<number>;
  /** What is wrong with the request body as it was typed by hand. */
  readonly bodyError: ReadonlySignal<string | undefined>;
  /** Takes all fields from a request; nothing is detected in it any more. */
  fill(request: DialRequest): void;
  /** Sends everything as it stands in the form, or goes back to what is detected. */
  setExact(exact: boolean): void;
  /** Takes back the choice of a protocol. */
  unchooseProtocol(): void;
  setBodyError(error: string | undefined): void;
  /** Says what is wrong at the fields, or returns the request that is to be dialled. */
  check(): Result<DialRequest, FieldErrors>;
  /** Marks fields as wrong and moves the focus there. */
  refuse(errors: FieldErrors): void;
}

/** Makes the form. `region` is the country of numbers that are written without one. */
export function createForm(region: ReadonlySignal<string>, stop: AbortSignal): DialFormState {
  const draft = signal(EMPTY_DRAFT);
  const choices = signal(NO_CHOICES);
  const errors = signal<FieldErrors>({});
  const refusals = signal(0);
  const bodyError = signal<string>();
  const destination = computed(() => draft.value.destination);
  const detection = createDetection(destination, region, stop);
  const sent = computed(() => outgoing(draft.value, detection.found.value, choices.value));

  const refuse = (wrong: FieldErrors) =>
    batch(() => {
      errors.value = wrong;
      refusals.value += 1;
    });

  return {
    draft: computed(() => ({ ...draft.value, protocol: sent.value.protocol })),
    errors,
    refusals,
    detection,
    choices,
    bodyError,
    outgoing: sent,
    edit(field, value) {
      batch(() => {
        draft.value = { ...draft.value, [field]: value };
        if (field === 'protocol') choices.value = { ...choices.value, protocol: true };
        if (field === 'destination') choices.value = { ...choices.value, exact: false };
        bodyError.value = undefined;
        errors.value = withoutErrorsOf(field, errors.value);
      });
    },
    fill(request) {
      batch(() => {
        draft.value = { ...BLANK, ...request };
        choices.value = { protocol: true, exact: true };
        bodyError.value = undefined;
        errors.value = {};
      });
    },
    setExact(exact) {
      batch(() => {
        draft.value = { ...draft.value, protocol: sent.peek().protocol };
        choices.value = { ...choices.value, exact };
        errors.value = {};
      });
    },
    unchooseProtocol() {
      choices.value = NO_CHOICES;
    },
    setBodyError: (error) => {
      bodyError.value = error;
    },
    check() {
      const found = detection.found.peek();
      const checked: Result<DialRequest, FieldErrors> = isUndialable(found, choices.peek())
        ? { ok: false, error: { destination: found.refusal } }
        : checkDraft(sent.peek());
      if (!checked.ok) refuse(checked.error);
      else if (bodyError.peek()) refuse({});
      else errors.value = {};
      return checked.ok && bodyError.peek() ? { ok: false, error: {} } : checked;
    },
    refuse,
  };
}

const BLANK: Draft = { ...EMPTY_DRAFT, protocol: '', role: '' };

function withoutErrorsOf(edited: DialField, errors: FieldErrors): FieldErrors {
  const rest = { ...errors, [edited]: undefined };
  // Their errors may be about the protocol, which has just changed.
  if (edited === 'protocol') Object.assign(rest, { presentation_url: undefined, destination: undefined });
  return rest;
}
