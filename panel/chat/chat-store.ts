import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { LIMITS } from '../../protocol/limits';
import type { ChatEntry, Meeting } from '../../protocol/meeting';
import { meetingRefOf } from '../../protocol/panel-requests';
import { GUARD_STRINGS } from '../../strings/guard';
import type { PanelContext } from '../state/context';
import { keepPending, type Pending } from './kept-pending';

/** How many entries, from the beginning, have been on screen of the chat of a page's meeting. */
export type Painted = { chat: string; count: number };

/** The meeting's own chat, as the panel shows it. */
export interface ChatStore {
  /** Oldest first. */
  readonly entries: ReadonlySignal<readonly ChatEntry[]>;
  /** Earlier messages are not kept any more. */
  readonly isCut: ReadonlySignal<boolean>;
  /** How many entries there have been, with those that are not kept or not shown. */
  readonly count: ReadonlySignal<number>;
  readonly painted: ReadonlySignal<Painted>;
  /** Records that so many of these entries have been on screen. */
  onPainted(entries: readonly ChatEntry[], shown: number): void;
  readonly pending: ReadonlySignal<readonly Pending[]>;
  /** The text in the field. */
  readonly draft: ReadonlySignal<string>;
  edit(text: string): void;
  /** Sends the text in the field, unless it is blank or too long. */
  send(): void;
  sendAgain(pending: Pending): void;
  discard(pending: Pending): void;
}

/** By what a meeting is known in another load of its page. */
type Known = Pick<Meeting, 'alias' | 'origin' | 'tab' | 'page'> & { site: string };

type Context = Pick<PanelContext, 'store' | 'connection' | 'signal' | 'loadMemory'>;

/**
 * Follows the chat of the chosen meeting. Every state has the number of entries; those that are missing here
 * are requested. Ends when the panel does.
 */
export function createChatStore(context: Context): ChatStore {
  const { store, connection, signal: stop } = context;
  const entries = signal<readonly ChatEntry[]>([]);
  const isCut = signal(false);
  const painted = signal<Painted>({ chat: '', count: 0 });
  const pending = signal<readonly Pending[]>([]);
  const draft = signal('');
  let shown: string | undefined;
  /** Something was typed here since this chat is shown: what the peer tells of the draft is older. */
  let isTyped = false;
  /** The meeting of which the text in the field is. */
  let shownOf: Known | undefined;
  const known = signal(0);
  const kept = keepPending(context, () => shown !== undefined && bringBack(kept.of(shown)));
  const keep = effect(() => {
    const now = pending.value;
    if (shown !== undefined) kept.keep(shown, now);
  });

  const follow = effect(() => {
    const meeting = store.meeting.value;
    // Another page's meetings have the same ids.
    const key = meeting && `${store.page.value} ${meeting.id}`;
    if (!meeting || key === undefined) return;
    const isOther = key !== shown;
    if (isOther) {
      shown = key;
      batch(() => {
        known.value = 0;
        entries.value = [];
        pending.value = kept.of(key);
        isCut.value = false;
      });
    }
    // A page that was loaded again has its draft back only when its meeting is known again.
    showDraft(meeting, store.site.value, isOther);
    if (meeting.messageCount > known.peek())
      connection.send({ type: 'messages', ...meetingRefOf(meeting), after: known.peek() });
  });
  const followRefusals = effect(() => {
    const error = GUARD_STRINGS.notSent;
    const isRefused = ({ requestId }: Pending) => store.refused.value.includes(requestId);
    if (!pending.peek().some(isRefused)) return;
    pending.value = pending.peek().map((each) => (isRefused(each) ? { ...each, error } : each));
  });
  const dispose = () => {
    follow();
    followRefusals();
    keep();
  };
  stop.addEventListener('abort', dispose, { once: true });

  connection.onMessages(({ meeting, from, entries: given }) => {
    if (meeting !== store.meeting.peek()?.id) return;
    // Two states may have come before the first answer: what is here already is not taken twice.
    const added = given.slice(Math.max(0, known.peek() - from));
    if (added.length === 0) return;
    batch(() => {
      isCut.value ||= from > known.peek();
      known.value = from + given.length;
      entries.value = [...entries.peek(), ...added.filter((entry) => !settles(entry))];
    });
  });

  /** Takes what has come back out of what is pending. True for an error that is shown there. */
  function settles(entry: ChatEntry): boolean {
    const mine = pending.peek().find(({ requestId }) => requestId === entry.requestId);
    if (!mine) return false;
    const isError = entry.name === 'message-error';
    const others = (each: Pending) => (each === mine ? [] : [each]);
    pending.value = pending
      .peek()
      .flatMap((each) => (isError && each === mine ? [{ ...each, error: entry.message }] : others(each)));
    return isError;
  }

  /** What the panel before has left. Some of it may have come back in the meantime. */
  function bringBack(left: readonly Pending[]): void {
    batch(() => {
      pending.value = left;
      entries.value = entries.peek().filter((entry) => !settles(entry));
    });
  }

  /**
   * Shows the draft of a meeting. After a reload, the text stays in the field until it is known that the
   * meeting is another, and for good where it was typed here.
   */
  function showDraft(meeting: Meeting, site: string, isOther: boolean): void {
    const { alias, origin, tab, page, draft: told } = meeting;
    const text = draft.peek();
    const before = shownOf;
    const isReloaded = before?.page !== page && before?.site === site && before.tab === tab;
    const isSame =
      isReloaded && (alias ?? before.alias) === before.alias && (origin ?? before.origin) === before.origin;
    if (isOther && (!isSame || text === '')) isTyped = false;
    if (isSame && alias === undefined && text !== '') return;
    shownOf = { alias, origin, tab, page, site };
    // The page can have gone before its peer was told of the last letters.
    if (isSame && text !== '' && (isTyped || told === '')) edit(text);
    else if (!isTyped) draft.value = told;
  }

  function edit(text: string): void {
    draft.value = text;
    isTyped = true;
    const meeting = store.meeting.peek();
    if (meeting) connection.send({ type: 'draft', ...meetingRefOf(meeting), text });
  }

  function post(text: string): void {
    const meeting = store.meeting.peek();
    if (!meeting) return;
    const requestId = crypto.randomUUID();
    pending.value = [...pending.peek(), { requestId, text }];
    connection.send({ type: 'send-message', ...meetingRefOf(meeting), text, requestId });
  }

  const discard = (gone: Pending) => {
    pending.value = pending.peek().filter((each) => each !== gone);
  };

  return {
    entries,
    isCut,
    count: known,
    painted,
    onPainted(drawn, onScreen) {
      // What was drawn before can be of another meeting.
      if (!shown || drawn !== entries.peek()) return;
      painted.value = { chat: shown, count: known.peek() - (drawn.length - onScreen) };
    },
    pending,
    draft,
    edit,
    send() {
      const text = draft.peek().trim();
      if (text === '' || text.length > LIMITS.message) return;
      post(text);
      edit('');
    },
    sendAgain(failed) {
      discard(failed);
      post(failed.text);
    },
    discard,
  };
}
