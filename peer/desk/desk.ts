/**
 * Where panels are served: what they ask for, and the calls that they place. It comes in a script of its own with the
 * first panel: until then nobody can ask for anything, and nobody has called. Without it the peer hears and judges, answers
 * the plugin, and tells everybody the state.
 */
import type { Link } from '../../protocol/link';
import { type PanelRequest, parsePanelRequest } from '../../protocol/panel';
import { withUnread } from '../chat';
import type { Floor } from '../floor';
import type { Entry } from '../meetings';
import { frameOf } from '../place';
import { statesOf } from '../step';
import { onCallMessage } from './call-messages';
import { isAwaited, lose } from './calls';
import { entriesSince } from './entries';
import { onPanelRequest } from './requests';

export interface Desk {
  /** A panel asks for something. */
  ask(data: unknown, panel: Link): void;
  /** A panel has gone. */
  leave(panel: Link): void;
  onCallMessage: typeof onCallMessage;
  isAwaited: typeof isAwaited;
  lose: typeof lose;
}

type OfMeeting = Exclude<PanelRequest, { type: 'set-mode' | 'look' | 'inspect' }>;

/** Opens the desk. */
export function createDesk(floor: Floor): Desk {
  const { meetings, voice, trace } = floor;
  /** Each panel that shows a chat, with the id of the chat's meeting. */
  const looks = new Map<Link, string>();

  function look(): void {
    const seenIds = [...looks.values()];
    for (const entry of meetings.list()) {
      const seen = seenIds.includes(entry.meeting.id);
      if (seen === entry.meeting.seen) continue;
      const step = withUnread(entry.meeting, { seen, unread: seen ? 0 : entry.meeting.unread });
      floor.take(entry, floor.mode === 'drive' ? step : { ...step, say: [] });
    }
    floor.changed();
  }

  function setMode({ mode }: Extract<PanelRequest, { type: 'set-mode' }>): void {
    floor.mode = mode;
    floor.keepMode(mode);
    for (const entry of meetings.list()) {
      const meeting = { ...entry.meeting, contested: false };
      floor.take(entry, { meeting, say: mode === 'drive' ? statesOf(meeting) : [] });
    }
    floor.changed();
  }

  function ask(data: unknown, panel: Link): void {
    const request = parsePanelRequest(data);
    // It may have gone while its request waited for the desk.
    const asking = floor.panels.has(panel) ? panel : undefined;
    if (request?.type === 'set-mode') setMode(request);
    else if (request?.type === 'look') {
      if (asking) looks.set(asking, request.meeting);
      look();
    } else if (request?.type === 'inspect') {
      if (asking) trace.inspect(asking, request.on);
    } else if (request) {
      const entry = meetings.byId(request.meeting);
      if (entry) askOf(entry, request, asking);
    }
  }

  function askOf(entry: Entry, request: OfMeeting, asking: Link | undefined): void {
    const { meeting, speaker, place } = entry;
    switch (request.type) {
      case 'send-anyway':
        for (const message of statesOf(meeting)) {
          entry.unreported += 1;
          voice.shout(place, message);
        }
        return;
      case 'send-raw':
        // For the same reason as in `tell`; nobody knows what a plugin makes of a mistake.
        if (JSON.stringify(request.wire).includes('/toggle-chat-b')) entry.unreported += 1;
        if (speaker) voice.send(speaker, request.wire, meeting.id);
        return;
      case 'messages':
        asking?.post(entriesSince(floor.conversations.of(meeting), meeting, request.after));
        return;
      case 'reload': {
        const frame = frameOf(place);
        // The same address once more is what loads a frame of another origin again.
        if (frame) frame.src += '';
        return;
      }
    }
    // What is being typed is nobody's business.
    const at = request.type === 'draft' ? Date.now() : trace.noteAsked(request);
    floor.take(entry, onPanelRequest(meeting, request, at));
    floor.changed();
  }

  return {
    ask,
    onCallMessage,
    isAwaited,
    lose,
    leave(panel) {
      looks.delete(panel);
      look();
    },
  };
}
