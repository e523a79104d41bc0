import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { isActive } from '../../protocol/calls';
import { type Call, defaultMeeting, type Meeting } from '../../protocol/meeting';
import type { Mode } from '../../protocol/mode';
import { PANEL_PROTOCOL, type PeerConnection, type PeerState } from '../../protocol/panel';
import { meetingRefOf } from '../../protocol/panel-requests';
import { hasToJoin, isReady, type Status, statusAmong } from '../../protocol/status';
import { createSettingsStore, type SettingsStore } from '../../settings/settings-store';
import type { PanelStorage } from '../../settings/storage/area';
import { GUARD_STRINGS } from '../../strings/guard';
import { createDialer, type Dialer } from '../request/dialer';
import { createForm, type DialFormState } from '../request/form';
import { createGuard, type Guard } from '../request/guard/guard';
import { createAnnouncer, type Spoken } from './announcer';
import { createClock } from './clock';

/** Why a press of a button did nothing; it stands beside the button, `at` being the form or a call's id. */
type Notice = { at: string; text: string; isLimit?: boolean | undefined };

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
  /** The chosen meeting, or the only one that can be meant. */
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
  /** Whether a call was dialed by a press in this panel, and not by a list. */
  wasPressed(call: Call): boolean;
  readonly spoken: ReadonlySignal<Spoken>;
  /** Calls and chat messages that were not sent: their meeting was not there any more. */
  readonly refused: ReadonlySignal<readonly string[]>;
  /** Says beside a button why nothing happened. */
  showNotice(at: string, text: string, isLimit?: boolean): void;
  chooseMeeting(meeting: Meeting): void;
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
  /** Sends the two switches to a plugin that has sent nothing yet. */
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
  /** By page. */
  const chosen = signal<ReadonlyMap<number, string>>(new Map());
  const notice = signal<Notice>();
  /** Calls of this panel, with where they were pressed. */
  const placed = new Map<string, string | undefined>();
  const settings = createSettingsStore(storage, stop);
  const noAnswerAfterMs = computed(() => settings.settings.value.noAnswerSeconds * 1000);
  const overlap = computed(() => settings.settings.value.overlap);
  const form = createForm(settings.settings, stop);
  const guard = createGuard(settings.settings, settings.policy, storage.local, now, stop);

  const isOtherVersion = computed(() => peer.value !== undefined && peer.value.protocol !== PANEL_PROTOCOL);
  const mode = computed(() => peer.value?.mode ?? 'drive');
  const meetings = computed(() => (isOtherVersion.value ? [] : (peer.value?.meetings ?? [])));
  const meeting = computed(() => {
    const all = meetings.value;
    const mine = all.find(({ page, id }) => chosen.value.get(page) === id);
    return mine?.present || (mine && !all.some(({ present }) => present)) ? mine : defaultMeeting(all);
  });
  const refused = computed(() => peer.value?.refused ?? []);
  const dropped = computed(() => peer.value?.dropped ?? {});
  const page = computed(() => peer.value?.page);
  const site = computed(() => peer.value?.site ?? '');
  const status = computed(() => statusAmong(meeting.value, meetings.value));
  const canDial = computed(() => isReady(status.value) && !hasToJoin(meeting.value));
  const calls = computed(() => peer.value && meetings.value.flatMap((each) => each.calls));
  const counting = computed(() => calls.value?.some(isActive) ?? false);
  const clock = createClock(counting, now, stop);
  const announcer = createAnnouncer(calls, clock, ({ id }) => placed.has(id), noAnswerAfterMs, stop);

  connection.onState((state) => {
    batch(() => {
      const wasReady = canDial.peek();
      peer.value = state;
      // What was missing is there. Other notices stay: each change of any call comes through here.
      if (!wasReady && canDial.peek()) notice.value = undefined;
    });
    for (const call of refused.peek()) showRefusal(call);
  });

  /** A call that was pressed for a meeting that had gone by the time that its peer received it. */
  function showRefusal(call: string): void {
    const at = placed.get(call);
    placed.set(call, undefined);
    if (at !== undefined) showNotice(at, GUARD_STRINGS.notThere);
  }

  function choose({ page, id }: Meeting): void {
    chosen.value = new Map([...chosen.peek(), [page, id]]);
  }

  function showNotice(at: string, text: string, isLimit?: boolean): void {
    notice.value = text ? { at, text, isLimit } : undefined;
    if (text) announcer.announce(text);
  }

  /** Calls are shown of the chosen meeting, but a call belongs to the one that it was placed in. */
  function sendAbout(type: 'dial-now' | 'hang-up', { id }: Call): void {
    const owner = meetings.peek().find(({ calls }) => calls.some((call) => call.id === id));
    if (owner) connection.send({ type, ...meetingRefOf(owner), call: id });
  }

  /** Sends a request about the meeting that is shown. */
  function sendShown(request: ShownRequest): void {
    const target = meeting.peek();
    if (target) connection.send({ ...request, ...meetingRefOf(target) });
  }

  const dialer = createDialer({
    form,
    guard,
    loaded: settings.loaded,
    meetings,
    refused,
    meeting,
    status,
    canDial,
    overlap,
    connection,
    onPlaced: (call, at) => placed.set(call, at),
    // A meeting that comes later must not slip under what the user does in this one.
    onPressed: choose,
    showNotice,
  });

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
    wasPressed: ({ id }) => placed.get(id) !== undefined,
    spoken: announcer.spoken,
    refused,
    chooseMeeting(next) {
      batch(() => {
        choose(next);
        notice.value = undefined;
      });
    },
    showNotice,
    ...dialer,
    announce: announcer.announce,
    dialNext: (call) => sendAbout('dial-now', call),
    cancel: (call) => sendAbout('hang-up', call),
    hangUp: (call) => sendAbout('hang-up', call),
    setOverlap: (on) => settings.change('overlap', on),
    mode,
    dropped,
    isOtherVersion,
    setMode(next) {
      const here = page.peek();
      if (here !== undefined) connection.send({ type: 'set-mode', page: here, mode: next });
    },
    sendAnyway: () => sendShown({ type: 'send-anyway' }),
    setChat: (active) => sendShown({ type: 'set-chat', active }),
    setBadge: (visible) => sendShown({ type: 'set-badge', visible }),
  };
}

type ShownRequest =
  | { type: 'send-anyway' }
  | { type: 'set-chat'; active: boolean }
  | { type: 'set-badge'; visible: boolean };
