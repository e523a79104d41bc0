import { onCallMessage } from '../../../peer/panel-server/call-messages';
import { onPluginMessage as onMessage } from '../../../peer/reducer';
import type { ReducerResult } from '../../../peer/reducer-result';
import type { Meeting } from '../../../protocol/meeting';
import type { PluginMessage } from '../../../protocol/messages';

/** What the peer makes of a message: the two reducers, one after the other. */
export function onPluginMessage(before: Meeting, message: PluginMessage, now: number): ReducerResult {
  const ofCalls = onCallMessage(before, message, now);
  const { meeting, messages } = onMessage(ofCalls.meeting, message);
  return { meeting, messages: [...messages, ...ofCalls.messages] };
}
