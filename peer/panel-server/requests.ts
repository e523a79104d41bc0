import type { Meeting } from '../../protocol/meeting';
import type { PanelRequest } from '../../protocol/panel';
import { dial, dialNow, hangUp } from '../calls';
import { act, dismiss } from '../person-actions';
import { badgeState, onChatSet, onParticipantsSet, withUnread } from '../reducer';
import { type ReducerResult, unchanged } from '../reducer-result';

/** What the user asks of one meeting's plugin. */
export type MeetingRequest = Exclude<
  PanelRequest,
  {
    type:
      | 'set-mode'
      | 'send-anyway'
      | 'look'
      | 'messages'
      | 'inspect'
      | 'send-raw'
      | 'reload'
      | 'follow-people';
  }
>;

/** The user has asked for something in the panel. */
export function onPanelRequest(meeting: Meeting, request: MeetingRequest, now: number): ReducerResult {
  switch (request.type) {
    case 'set-chat':
      return onChatSet(meeting, request.active);
    case 'set-badge': {
      const next = { ...meeting, badge: request.visible };
      return { meeting: next, messages: [badgeState(next)] };
    }
    case 'set-participants':
      return onParticipantsSet(meeting, request.active);
    case 'act':
      return act(meeting, request.action, now);
    case 'dismiss':
      return dismiss(meeting, request.requestId);
    case 'dial':
      return dial(meeting, request, now);
    case 'send-message': {
      const { text, requestId } = request;
      return { meeting, messages: [{ name: 'send-message', text, requestId }] };
    }
    case 'draft':
      return unchanged({ ...meeting, draft: request.text });
    case 'other-unread':
      return withUnread(meeting, { externalUnread: request.unread });
    case 'dial-now':
      return dialNow(meeting, request.call, now);
    case 'hang-up':
      return hangUp(meeting, request.call, now);
  }
}
