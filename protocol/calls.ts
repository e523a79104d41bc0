import type { Call, Meeting } from './meeting';
import type { PluginFeature } from './messages';

/** Whether the plugin of a meeting announced a feature. */
export const hasFeature = ({ plugin }: Pick<Meeting, 'plugin'>, feature: PluginFeature): boolean =>
  plugin.name === 'ready' && plugin.features.includes(feature);

/** Whether the plugin is dialing: nobody has answered this call yet. */
export const isDialing = ({ state }: Pick<Call, 'state'>): boolean =>
  state.name === 'calling' || state.name === 'ringing';

/** Whether a report about the call is still due. */
export const isOpen = (call: Pick<Call, 'state'>): boolean => {
  const { state } = call;
  return isDialing(call) || (state.name === 'one-of' && state.joined + state.failed.length < state.of);
};

/** Whether the call can be hung up: the plugin is dialing, or the participant has joined. */
export const isActive = (call: Pick<Call, 'state'>): boolean =>
  isDialing(call) || call.state.name === 'joined';

/** Whether the plugin can end this call: by `hang-up`, or by `disconnect` once the participant is known. */
export const canHangUp = (meeting: Pick<Meeting, 'plugin'>, { uuid }: Pick<Call, 'uuid'>): boolean =>
  hasFeature(meeting, 'hang-up') || (uuid !== undefined && hasFeature(meeting, 'disconnect'));

/** Whether the user has hung up, and nothing is known that would have kept the call from ending by that. */
export const isHungUp = ({ hangUp }: Pick<Call, 'hangUp'>): boolean =>
  hangUp !== undefined && hangUp.error === undefined;

/** How a call ended that is not there any more: by the user, without an answer, or by leaving. */
export const endOf = (call: Pick<Call, 'hangUp' | 'joinedAt'>): 'hung-up' | 'unanswered' | 'left' =>
  isHungUp(call) ? 'hung-up' : call.joinedAt === undefined ? 'unanswered' : 'left';
