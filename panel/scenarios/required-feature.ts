import type { Meeting } from '../../protocol/meeting';
import type { HostMessage, PluginFeature, PluginMessage } from '../../protocol/messages';
import type { ActionName } from '../../protocol/person-actions';
import { lacksFeature } from '../../protocol/plugin-features';
import { type ActionStep, isAction, type Step } from './steps';

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

/** The action that each step asks the plugin for. */
const ACTION_OF: Readonly<Record<ActionStep['do'], ActionName>> = {
  admit: 'admit',
  remove: 'disconnect',
  mute: 'mute',
  unmute: 'mute',
  'camera-off': 'mute-video',
  'camera-on': 'mute-video',
  'raise-hand': 'raise-hand',
  'lower-hand': 'raise-hand',
  spotlight: 'spotlight',
  'stop-spotlight': 'spotlight',
  'make-host': 'set-role',
  'make-guest': 'set-role',
  'send-tones': 'dtmf',
  transfer: 'transfer',
  'overlay-text': 'text-overlay',
  'mute-all-guests': 'mute-all-guests',
  'unmute-all-guests': 'mute-all-guests',
  lock: 'lock',
  unlock: 'lock',
  'disconnect-everyone': 'disconnect-all',
};

/**
 * The feature that a step depends on and the plugin of a meeting certainly lacks: no waiting will
 * fulfill it. `undefined` if it can be fulfilled.
 */
export function missingFor(step: Step, meeting: Meeting): PluginFeature | undefined {
  return alternativesOf(step).find((any) => any.every((feature) => lacksFeature(meeting, feature)))?.[0];
}

/** Of each list, the plugin needs at least one. */
function alternativesOf(step: Step): (readonly PluginFeature[])[] {
  if (isAction(step)) return [[ACTION_OF[step.do]], ...(isOwn(step) ? [] : [['roster' as const]])];
  switch (step.do) {
    case 'expect-person':
    case 'expect-waiting':
      return [['roster']];
    case 'expect-conference':
      return [['conference']];
    case 'hang-up':
      return [['hang-up']];
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

/** Whether a step names nobody: it is about the user, or about everybody. */
const isOwn = (step: Step): boolean =>
  !('person' in step && step.person !== undefined) && !('call' in step && step.call !== undefined);
