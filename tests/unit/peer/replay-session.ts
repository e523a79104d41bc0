import { payloadOf } from '../../../panel/log/entry';
import type { Session } from '../../../panel/log/session';
import { type MeetingRequest, onPanelRequest } from '../../../peer/panel-server/requests';
import { onPluginMessage } from '../../../peer/reducer';
import { isActionName } from '../../../protocol/action-effect';
import { type Meeting, newMeeting } from '../../../protocol/meeting';
import { parsePanelRequest } from '../../../protocol/panel-requests';
import { parsePluginMessage } from '../../../protocol/parse-plugin-message';

/** The states that the peer's own steps come to, when they are fed what a session has of each meeting. */
export function replaySession({ entries }: Session): Meeting[] {
  const meetings = new Map<string, Meeting>();
  for (const entry of entries) {
    if (entry.meeting === undefined) continue;
    const before = meetings.get(entry.meeting) ?? newMeeting(entry.meeting);
    meetings.set(entry.meeting, after(before, entry));
  }
  return [...meetings.values()];
}

/** What requests of the first format version lack. */
const OF_BEFORE = { page: 0, load: 0 };

function after(meeting: Meeting, entry: Session['entries'][number]): Meeting {
  const payload = payloadOf(entry);
  if (entry.verdict === 'accepted') {
    const parsed = parsePluginMessage(payload);
    return parsed.ok ? onPluginMessage(meeting, parsed.message, entry.at).meeting : meeting;
  }
  const request =
    entry.verdict === 'asked'
      ? parsePanelRequest({ ...OF_BEFORE, ...Object(payload) }, isActionName)
      : undefined;
  return request ? onPanelRequest(meeting, request as MeetingRequest, entry.at).meeting : meeting;
}

/** What of a meeting's state follows from what was said; the rest is of the page, or of what is on screen. */
export const toldState = (meeting: object) => {
  const { alias, plugin, chat, badge, messageCount, calls } = meeting as Meeting;
  return { alias, plugin, chat, badge, messageCount, calls };
};
