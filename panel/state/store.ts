import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { isActive } from '../../protocol/calls';
import type { DialRequest } from '../../protocol/dial-fields';
import type { Call, Meeting } from '../../protocol/meeting';
import type { Mode } from '../../protocol/mode';
import { PANEL_PROTOCOL, type PeerConnection, type PeerState } from '../../protocol/panel';
import { createSettingsStore, type SettingsStore } from '../../settings/settings-store';
import type { PanelStorage } from '../../settings/storage/area';
import { STRINGS } from '../../strings/panel';
import { createDialer, type Dialer, type PlacedCall } from '../request/dialer';
import { createForm, type DialFormState } from '../request/form';
import { createGuard, type Guard } from '../request/guard/guard';
import { createAnnouncer, type Spoken } from './announcer';
import { createClock } from './clock';
import { type Status, statusOf } from './status';

/** Why a press of a button did nothing; it stands beside the button, `at` being the form or a call's id. */
export type Notice = { at: string; text: string };

/**
 * Everything that the panel shows, and everything that a person can do in it. Data goes one way: the peer's
 * state comes in, components read signals, requests go out, and only the peer's answer moves what is shown.
 */
export interface PanelStore extends Dialer {
  readonly status: ReadonlySignal<Status>;
  readonly meetings: ReadonlySignal<readonly Meeting[]>;
  /** Which page load the meetings belong to; `undefined` while there is no peer. */
  readonly page: ReadonlySignal<number | undefined>;
  /** Origin of that page. */
  readonly site: ReadonlySignal<string>;
  /** The chosen meeting, or the first. */
  readonly meeting: ReadonlySignal<Meeting | undefined>;
  readonly form: DialFormState;
  readonly settings: SettingsStore;
  readonly guard: Guard;
  /** The calls of every meeting; `undefined` while there is no peer to say. */
  readonly calls: ReadonlySignal<readonly Call[] | undefined>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  readonly clock: ReadonlySignal<number>;
  /** How long a call may go unanswered before its row says so. */
  readonly noAnswerAfterMs: ReadonlySignal<number>;
  /** Whether calls may overlap with a plugin that cannot tell them apart. */
  readonly overlap: ReadonlySignal<boolean>;
  readonly spoken: ReadonlySignal<Spoken>;
  chooseMeeting(id: string): void;
  /**
   * Places a call if the limit has room for it, in the chosen meeting unless another one is given;
   * `undefined` if that one cannot be dialled into. The guard was asked the rest.
   */
  placeCall(request: DialRequest, into?: Meeting): Promise<PlacedCall | undefined>;
  /** Whether there is a meeting to dial into; without one it says why at `at`. */
  isReadyAt(at: string): boolean;
  /** Has the live region say something, once. */
  announce(line: string): void;
  /** Dials a call that waits in the queue without waiting any longer. */
  dialNext(call: Call): void;
  /** Takes a call out of the queue. */
  cancel(call: Call): void;
  hangUp(call: Call): void;
  setOverlap(on: boolean): void;
  /** Whether the peer answers the plugins of this page, or only listens. */
  readonly mode: ReadonlySignal<Mode>;
  /** Window messages that did not count, by reason, since the page's peer began. */
  readonly dropped: ReadonlySignal<Readonly<Record<string, number>>>;
  /** The page's peer is of another version than this panel, and neither understands the other. */
  readonly isOtherVersion: ReadonlySignal<boolean>;
  setMode(mode: Mode): void;
  /** Sends the two switches to a plugin that has not spoken. */
  sendAnyway(): void;
  setChat(active: boolean): void;
  setBadge(visible: boolean): void;
}

/** Makes the panel's store over a connection. Its clock and its announcements end when `stop` aborts. */
export function createStore(
  connection: PeerConnection,
  storage: PanelStorage,
  now: () => number,
  stop: AbortSignal,
): PanelStore {
  const peer = signal<PeerState>();
  const chosen = signal<string>();
  const notice = signal<Notice>();
  const placed = new Set<string>();
  const settings = createSettingsStore(storage, stop);
  const noAnswerAfterMs = computed(() => settings.settings.value.noAnswerSeconds * 1000);
  const overlap = computed(() => settings.settings.value.overlap);
  const form = createForm(settings.settings, stop);
  const guard = createGuard(settings.settings, settings.policy, storage.local, now, stop);

  const isOtherVersion = computed(() => peer.value !== undefined && peer.value.protocol !== PANEL_PROTOCOL);
  const mode = computed(() => peer.value?.mode ?? 'drive');
  const meetings = computed(() => (isOtherVersion.value ? [] : (peer.value?.meetings ?? [])));
  const meeting = computed(() => meetings.value.find(({ id }) => id === chosen.value) ?? meetings.value[0]);
  const dropped = computed(() => peer.value?.dropped ?? {});
  const page = computed(() => peer.value?.page);
  const site = computed(() => peer.value?.site ?? '');
  const status = computed(() => statusOf(meeting.value));
  const calls = computed(() => peer.value && meetings.value.flatMap((each) => each.calls));
  const counting = computed(() => calls.value?.some(isActive) ?? false);
  const clock = createClock(counting, now, stop);
  const announcer = createAnnouncer(calls, clock, ({ id }) => placed.has(id), noAnswerAfterMs, stop);

  connection.onState((state) => {
    batch(() => {
      const wasReady = isReady(status.peek());
      peer.value = state;
      // A meeting that comes later, and is listed first, must not slip under what is being typed.
      if (!meetings.value.some(({ id, present }) => id === chosen.value && present)) {
        chosen.value = meetings.value[0]?.id;
      }
      // What was missing is there. Other notices stay: each change of any call comes through here.
      if (!wasReady && isReady(status.value)) notice.value = undefined;
    });
  });

  function showNotice(at: string, text: string): void {
    notice.value = text ? { at, text } : undefined;
    if (text) announcer.announce(text);
  }

  /** The meeting to dial into; without one it says why, at the button that was pressed. */
  function meetingFor(at: string): Meeting | undefined {
    const state = status.peek();
    if (isReady(state)) return meeting.peek();
    showNotice(at, STRINGS.notReady[state]);
    return undefined;
  }

  async function placeCall(target: Meeting, request: DialRequest): Promise<PlacedCall> {
    const waitMs = await guard.reserve();
    if (waitMs > 0) return { waitMs };
    const call = crypto.randomUUID();
    placed.add(call);
    const dial = { type: 'dial', meeting: target.id, call, request } as const;
    connection.send(overlap.peek() ? { ...dial, overlap: true } : dial);
    return { call };
  }

  /** Calls are shown of the chosen meeting, but a call belongs to the one that it was placed in. */
  function sendAbout(type: 'dial-now' | 'hang-up', { id }: Call): void {
    const owner = meetings.peek().find(({ calls }) => calls.some((call) => call.id === id));
    if (owner) connection.send({ type, meeting: owner.id, call: id });
  }

  const { loaded } = settings;
  const dialer = createDialer({ form, guard, loaded, meetingFor, placeCall, showNotice });

  return {
    status,
    meetings,
    page,
    site,
    meeting,
    form,
    settings,
    guard,
    calls,
    notice,
    clock,
    noAnswerAfterMs,
    overlap,
    spoken: announcer.spoken,
    chooseMeeting(id) {
      batch(() => {
        chosen.value = id;
        notice.value = undefined;
      });
    },
    ...dialer,
    async placeCall(request, into = meeting.peek()) {
      return into && isReady(statusOf(into)) ? placeCall(into, request) : undefined;
    },
    isReadyAt: (at) => meetingFor(at) !== undefined,
    announce: announcer.announce,
    dialNext: (call) => sendAbout('dial-now', call),
    cancel: (call) => sendAbout('hang-up', call),
    hangUp: (call) => sendAbout('hang-up', call),
    setOverlap: (on) => settings.change('overlap', on),
    mode,
    dropped,
    isOtherVersion,
    setMode: (next) => connection.send({ type: 'set-mode', mode: next }),
    sendAnyway() {
      const target = meeting.peek();
      if (target) connection.send({ type: 'send-anyway', meeting: target.id });
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
