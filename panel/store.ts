import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DialField, DialRequest } from '../protocol/dial-fields';
import type { Call, Meeting } from '../protocol/meeting';
import type { PeerConnection, PeerState } from '../protocol/panel';
import { createAnnouncer, type Spoken } from './announcer';
import { createClock } from './clock';
import { checkDraft, type Draft, EMPTY_DRAFT, type FieldErrors } from './draft';
import { type Status, statusOf } from './status';
import { WORDS } from './words';

/** Why a press of a button did nothing; it stands beside the button, `at` being the form or a call's id. */
export type Notice = { at: string; text: string };

/** The `at` of a notice that belongs to the form. */
export const AT_FORM = 'form';

/**
 * Everything that the panel shows, and everything that a person can do in it. Data goes one way: the peer's
 * state comes in, components read signals, requests go out, and only the peer's answer moves what is shown.
 */
export interface PanelStore {
  readonly status: ReadonlySignal<Status>;
  readonly meetings: ReadonlySignal<readonly Meeting[]>;
  /** The chosen meeting, or the first. */
  readonly meeting: ReadonlySignal<Meeting | undefined>;
  readonly draft: ReadonlySignal<Draft>;
  readonly errors: ReadonlySignal<FieldErrors>;
  /** Counts the drafts that were refused at a field: each of them moves the focus to that field. */
  readonly refusals: ReadonlySignal<number>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  readonly clock: ReadonlySignal<number>;
  readonly spoken: ReadonlySignal<Spoken>;
  chooseMeeting(id: string): void;
  edit(field: DialField, value: string): void;
  /** Dials the draft, which stays as it is whatever comes of it. */
  dial(): void;
  /** Places a new call with the request of an earlier one. */
  dialAgain(call: Call): void;
  setChat(active: boolean): void;
  setBadge(visible: boolean): void;
}

/** Makes the panel's store over a connection. Its clock and its announcements end when `stop` aborts. */
export function createStore(connection: PeerConnection, now: () => number, stop: AbortSignal): PanelStore {
  const peer = signal<PeerState>();
  const chosen = signal<string>();
  const draft = signal(EMPTY_DRAFT);
  const errors = signal<FieldErrors>({});
  const refusals = signal(0);
  const notice = signal<Notice>();
  const placed = new Set<string>();

  const meetings = computed(() => peer.value?.meetings ?? []);
  const meeting = computed(() => meetings.value.find(({ id }) => id === chosen.value) ?? meetings.value[0]);
  const status = computed(() => statusOf(meeting.value));
  const calls = computed(() => peer.value?.meetings.flatMap((each) => each.calls));
  const counting = computed(() => calls.value?.some(({ state }) => state.name !== 'failed') ?? false);
  const clock = createClock(counting, now, stop);
  const announcer = createAnnouncer(calls, clock, ({ id }) => placed.has(id), stop);

  connection.onState((state) => {
    batch(() => {
      peer.value = state;
      if (isReady(status.value)) notice.value = undefined;
    });
  });

  /** The meeting to dial into; without one it says why, at the button that was pressed. */
  function meetingFor(at: string): Meeting | undefined {
    const state = status.peek();
    if (isReady(state)) return meeting.peek();
    const text = WORDS.notReady[state];
    notice.value = { at, text };
    announcer.say(text);
    return undefined;
  }

  function place(target: Meeting, request: DialRequest): void {
    const call = crypto.randomUUID();
    placed.add(call);
    connection.send({ type: 'dial', meeting: target.id, call, request });
  }

  return {
    status,
    meetings,
    meeting,
    draft,
    errors,
    refusals,
    notice,
    clock,
    spoken: announcer.spoken,
    chooseMeeting(id) {
      batch(() => {
        chosen.value = id;
        notice.value = undefined;
      });
    },
    edit(field, value) {
      batch(() => {
        draft.value = { ...draft.value, [field]: value };
        errors.value = withoutErrorsOf(field, errors.value);
      });
    },
    dial() {
      const target = meetingFor(AT_FORM);
      if (!target) return;
      const checked = checkDraft(draft.peek());
      batch(() => {
        errors.value = checked.ok ? {} : checked.error;
        if (!checked.ok) refusals.value += 1;
      });
      if (checked.ok) place(target, checked.value);
    },
    dialAgain(call) {
      const target = meetingFor(call.id);
      if (target) place(target, call.request);
    },
    setChat(active) {
      const target = meeting.peek();
      if (target) connection.send({ type: 'set-chat', meeting: target.id, active });
    },
    setBadge(visible) {
      const target = meeting.peek();
      if (target) connection.send({ type: 'set-badge', meeting: target.id, visible });
    },
  };
}

const isReady = (status: Status): status is 'ready' | 'in-meeting' =>
  status === 'ready' || status === 'in-meeting';

function withoutErrorsOf(edited: DialField, errors: FieldErrors): FieldErrors {
  const rest = { ...errors, [edited]: undefined };
  // Its error is about the protocol, which has just changed.
  if (edited === 'protocol') rest.presentation_url = undefined;
  return rest;
}
