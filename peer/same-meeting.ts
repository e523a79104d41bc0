/**
 * Whether what posts from a place is the meeting that was there. A frame that was loaded anew shows the same
 * meeting if origin, alias and namespace are the same. Only then may its plugin be asked for earlier calls.
 *
 * Where a frame of another origin has gone by itself, no script of the page can tell, except that it adds to
 * the history of the tab. So may a load by the page, if the meeting has changed its own address since.
 */
import type { Endpoint } from '../host/message-filter';
import { isActive, isOpen } from '../protocol/calls';
import type { Call } from '../protocol/meeting';
import type { PluginMessage } from '../protocol/messages';
import { endLoad, type FrameLoad, type MeetingEntry } from './entry';
import { addressOf } from './frames';
import type { Meetings } from './meetings';
import { hostOf } from './place';

/** The browser counts no further. */
const MAX_HISTORY = 50;

/**
 * Returns the entry of the meeting that a message is about: the one that was at its place, or a new one if
 * what is there now is not the same.
 */
export function settleMeeting(
  meetings: Meetings,
  entry: MeetingEntry,
  endpoint: Endpoint,
  message: PluginMessage,
  top: Window,
): MeetingEntry {
  // A `ready` that nobody has asked for is that of a document that has just loaded.
  const isUnasked = message.name === 'ready' && !(message.again || entry.isGreeted);
  const isNewLoad = entry.endpoint?.source !== endpoint.source || isUnasked;
  if (isNewLoad) {
    endLoad(entry, 'reloaded');
    entry.meeting = { ...entry.meeting, load: entry.meeting.load + 1 };
  }
  const { before, meeting } = entry;
  const { element } = entry.place;
  const { origin, dialect } = endpoint;
  const address = element ? addressOf(element) : '';
  const now: FrameLoad = {
    site: [origin, dialect, ...address.split('/', 3)].join(),
    alias: 'conferenceAlias' in message ? (message.conferenceAlias ?? meeting.alias) : meeting.alias,
    address,
    history: top.history.length,
  };
  // Since SDK 20 a plugin says that it is connected before it can name the meeting.
  const isTold = now.alias !== undefined;
  const isOther =
    (before !== undefined && isNewLoad && !isSameFrame(before, now)) ||
    (before !== undefined && isTold && now.alias !== before.alias && hasPast(entry, before)) ||
    (meeting.alias !== undefined && now.alias !== meeting.alias);
  // Between a new load and the moment at which it is known to be another meeting, the user may have dialed.
  const settled = isOther ? meetings.replace(entry, before ? meeting.calls.filter(isUnderWay) : []) : entry;
  if (isOther || isTold) settled.before = undefined;
  settled.seen = now;
  if (origin !== 'null')
    settled.meeting = { ...settled.meeting, origin, host: hostOf(entry.place, top, origin) };
  return settled;
}

/** Whether two loads of a frame can be the same site's. */
function isSameFrame(before: FrameLoad, now: FrameLoad): boolean {
  if (before.site !== now.site) return false;
  // Where the page has given the frame an address, that is where it has gone.
  return before.address !== now.address || (before.history === now.history && now.history < MAX_HISTORY);
}

/** Whether there is anything of the load before that another meeting must not get. */
const hasPast = ({ meeting, log }: MeetingEntry, before: FrameLoad): boolean =>
  before.alias !== undefined || log.length > 0 || meeting.calls.some(({ state }) => state.name === 'unknown');

const isUnderWay = (call: Call): boolean => isOpen(call) || isActive(call) || call.state.name === 'queued';
