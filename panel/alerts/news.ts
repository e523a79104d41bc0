import { newOutcome } from '../../protocol/call-outcome';
import type { Meeting, Unread } from '../../protocol/meeting';
import { unreadOf } from '../../protocol/unread';

/** What has happened between two states of a page's meetings; calls by their ids. */
export type News = { unread: boolean; people: boolean; joined: string[]; failed: string[] };

/** What to compare with: how it stood with the meetings of one page. */
export type Known = ReadonlyMap<
  string,
  { unread: Unread; asking: number; calls: ReadonlyMap<string, string> }
>;

/** Notes how it stands. */
export const noteOf = (meetings: readonly Meeting[]): Known =>
  new Map(
    meetings.map((meeting) => [
      `${meeting.page} ${meeting.id}`,
      {
        unread: unreadOf(meeting),
        asking: (meeting.people?.waiting ?? 0) + (meeting.people?.raised ?? 0),
        calls: new Map(meeting.calls.map(({ id, state }) => [id, state.name])),
      },
    ]),
  );

/** Compares. What was there before the panel or the meeting isn’t news. */
export function newsOf(before: Known, now: Known): News {
  const news: News = { unread: false, people: false, joined: [], failed: [] };
  for (const [key, { unread, asking, calls }] of now) {
    const was = before.get(key);
    if (!was) continue;
    news.unread ||= sizeOf(unread) > sizeOf(was.unread);
    news.people ||= asking > was.asking;
    for (const [id, state] of calls) {
      // A call that is new here was placed here, or in another panel beside this page, just now.
      const outcome = newOutcome(was.calls.get(id), state);
      if (outcome) news[outcome].push(id);
    }
  }
  return news;
}

/** *Some* is more than none, and not known to be more than any number. */
const sizeOf = (unread: Unread): number => (unread === 'some' ? 0.5 : unread);
