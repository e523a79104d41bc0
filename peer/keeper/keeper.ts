/**
 * Keeps the calls and the chat of the meetings on a page for its next load, and gives them back there: to the
 * same meeting and to no other (see `peer/same-meeting.ts`). Within a load, a frame that the page has put in
 * the place of another gets them. Calls that were under way are unknown until the plugin has told of them,
 * and queued ones are not dialed.
 */
import { markUnknown } from '../call-progress';
import { statusQuery } from '../calls';
import type { MeetingEntry } from '../entry';
import type { PeerContext } from '../peer-context';
import { onOpened, withUnread } from '../reducer';
import { type Identity, identityOf, type KeptMeeting, keptOf } from './kept';

/** Meetings that were not found again wait for their turn; the oldest make room. */
const MAX_WAITING = 8;

/** Meetings that an earlier frame is looked for in: a page can add frames for ever. */
const MAX_KNOWN = 64;

/** Changes come in groups, as when a call is answered. */
const SAVE_AFTER_MS = 100;

/**
 * Creates the keeper of a page. `kept` is what the page before has left, `save` keeps what there is now. To
 * be called at every change of the state.
 */
export function createKeeper(
  context: PeerContext,
  kept: readonly KeptMeeting[],
  save: (kept: readonly KeptMeeting[]) => void,
): () => void {
  const { top, signal, meetings, messenger } = context;
  const site = top.location.origin;
  const waiting = kept.filter((each) => each.site === site).slice(-MAX_WAITING);
  /** Every meeting that was recognized: one without calls leaves the list with its frame. */
  const known = new Set<MeetingEntry>();
  let saved = '[]';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function saveNow(): void {
    clearTimeout(timer);
    timer = undefined;
    if (context.endIfInvalidated()) return;
    const all = [...waiting, ...meetings.list().flatMap((entry) => keptOf(entry, site) ?? [])];
    const next = JSON.stringify(all);
    if (next !== saved) save(all);
    saved = next;
  }

  function giveBack(entry: MeetingEntry, { calls, log, unread, draft, cleared }: KeptMeeting): void {
    const { meeting } = entry;
    // The next document begins where the one before ended.
    const lost = markUnknown({ ...meeting, calls }, 'reloaded', performance.timeOrigin);
    const isFirst = meeting.messageCount === 0;
    if (isFirst) entry.log = log;
    const whole = {
      ...meeting,
      calls: [...meeting.calls, ...lost.calls],
      messageCount: isFirst ? log.length : meeting.messageCount,
      draft: meeting.draft || draft,
      cleared: meeting.cleared || cleared,
    };
    const next = withUnread(whole, { unread: isFirst ? unread : meeting.unread });
    const { plugin } = meeting;
    // Otherwise `connected` asks.
    const questions = plugin.name === 'ready' && plugin.inMeeting ? statusQuery(next.meeting) : [];
    const badge = context.mode === 'drive' ? next.messages : [];
    messenger.apply(entry, { meeting: next.meeting, messages: [...badge, ...questions] });
  }

  function recognize(entry: MeetingEntry): void {
    const identity = identityOf(entry);
    if (!identity || known.has(entry)) return;
    known.add(entry);
    const [oldest] = known;
    if (oldest && known.size > MAX_KNOWN) known.delete(oldest);
    const isSame = (each: Identity | undefined) =>
      each?.frame === identity.frame && each.alias === identity.alias;
    const [same, another] = waiting.filter(isSame);
    const departed = [...known].filter(({ place }) => !meetings.at(place));
    const [other, third] = [...new Set([...meetings.list(), ...departed])].filter(
      (each) => each !== entry && isSame(identityOf(each)),
    );
    // Which of two it was, nobody can tell.
    if (another || third || (same && other)) return;
    if (same) {
      waiting.splice(waiting.indexOf(same), 1);
      giveBack(entry, same);
    } else if (other) takeOver(entry, other);
  }

  /** The page has put a frame in the place of another, which showed the same meeting. */
  function takeOver(entry: MeetingEntry, gone: MeetingEntry): void {
    if (gone.meeting.present || (meetings.at(gone.place) ?? gone) !== gone) return;
    const left = keptOf(gone, site);
    const { chat } = gone.meeting;
    gone.meeting = { ...gone.meeting, calls: [], draft: '', chat: false };
    gone.log = [];
    known.delete(gone);
    meetings.recheck();
    if (left) giveBack(entry, left);
    // The user has not closed it. In *Watch*, or beside a page that answers, the plugin reports its state.
    if (chat && context.mode === 'drive' && !entry.meeting.contested)
      messenger.apply(entry, onOpened(entry.meeting, 'chat', true));
  }

  top.addEventListener('pagehide', saveNow, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  const onChange = () => {
    meetings.list().forEach(recognize);
    timer ??= setTimeout(saveNow, SAVE_AFTER_MS);
  };
  // What it was brought for has changed already.
  onChange();
  return onChange;
}
