import { onCallMessage } from '../../../peer/panel-server/call-messages';
import { onPluginMessage as onMessage, type Step } from '../../../peer/reducer';
import type { Meeting } from '../../../protocol/meeting';
import type { PluginMessage } from '../../../protocol/messages';

/** The step of a peer that has its desk. */
export function onPluginMessage(before: Meeting, message: PluginMessage, now: number): Step {
  const ofCalls = onCallMessage(before, message, now);
  const { meeting, say } = onMessage(ofCalls.meeting, message);
  return { meeting, say: [...say, ...ofCalls.say] };
}
