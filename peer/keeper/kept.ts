import type { Call, ChatEntry } from '../../protocol/meeting';
import type { MeetingEntry } from '../entry';
import { addressOf } from '../frames';

/** What is kept of a meeting for the next load of its page. */
export type KeptMeeting = {
  /** Origin of the page. */
  site: string;
  /** What its frame is known by: see `FrameLoad`. */
  frame: string;
  alias: string;
  calls: readonly Call[];
  log: readonly ChatEntry[];
  unread: number;
  draft: string;
  cleared?: string | undefined;
};

/** By what a meeting is known again. */
export type Identity = Pick<KeptMeeting, 'frame' | 'alias'>;

/** As many calls, and as many entries of the chat, are kept of a meeting: the newest. */
const MAX_KEPT = 200;

/**
 * Returns by what a meeting is known again; `undefined` where the origin of its frame cannot be known, or its
 * plugin names no alias: then any other may be in its place.
 */
export function identityOf({ place, meeting, seen, before }: MeetingEntry): Identity | undefined {
  const load = seen ?? before;
  const alias = meeting.alias ?? load?.alias;
  if (!load || alias === undefined) return undefined;
  const { element, window } = place;
  const isOriginShown = !window && (!element || /^https?:/.test(addressOf(element)));
  return isOriginShown || !load.site.startsWith('null,') ? { frame: load.site, alias } : undefined;
}

/** Returns what is to be kept of a meeting; `undefined` if there is nothing. */
export function keptOf(entry: MeetingEntry, site: string): KeptMeeting | undefined {
  const { meeting, log } = entry;
  const identity = identityOf(entry);
  const { unread, draft, cleared } = meeting;
  const calls = meeting.calls.slice(0, MAX_KEPT);
  if (!identity || (calls.length === 0 && log.length === 0 && draft === '')) return undefined;
  return { site, ...identity, calls, log: log.slice(-MAX_KEPT), unread, draft, cleared };
}
