import type { Meeting } from '../../protocol/meeting';
import type { HostMessage, PluginFeature, PluginMessage } from '../../protocol/messages';
import { lacksFeature } from '../../protocol/plugin-features';
import type { Expectation } from './steps';

/** The feature without which nobody sends a message. Every plugin sends the others. */
const BEHIND_MESSAGE: Readonly<Partial<Record<(PluginMessage | HostMessage)['name'], PluginFeature>>> = {
  'button-state': 'button-state',
  connected: 'connected',
  disconnected: 'connected',
  'dial-out-progress': 'dial-out-progress',
  'hang-up-error': 'hang-up',
  message: 'messages',
  'message-error': 'messages',
  'toggle-participants': 'participants',
  self: 'self',
  roster: 'roster',
  'roster-change': 'roster-change',
  conference: 'conference',
  'action-error': 'action-error',
  'call-status': 'call-status',
};

/**
 * The feature that an expectation depends on and the plugin of a meeting certainly lacks: no waiting will
 * fulfill it. `undefined` if it can be fulfilled.
 */
export function missingFor(step: Expectation, meeting: Meeting): PluginFeature | undefined {
  return alternativesOf(step).find((any) => any.every((feature) => lacksFeature(meeting, feature)))?.[0];
}

/** Of each list, the plugin needs at least one. */
function alternativesOf(step: Expectation): (readonly PluginFeature[])[] {
  switch (step.do) {
    case 'expect-status':
      // The peer takes these as proof of being in the meeting.
      return step.status === 'in-meeting' ? [['connected', 'self', 'roster']] : [];
    case 'expect-call':
      if (step.state === 'ringing') return [['dial-out-progress']];
      return step.state === 'left' ? [['dial-out-progress', 'roster']] : [];
    case 'expect-message': {
      const feature = BEHIND_MESSAGE[step.message];
      const needsId = step.from !== 'top' && step.payload !== undefined && 'requestId' in step.payload;
      return [...(feature ? [[feature]] : []), ...(needsId ? [['request-id' as const]] : [])];
    }
    default:
      return [];
  }
}
