import type { Call, Meeting } from '../../protocol/meeting';
import type { PluginFeature, PluginMessage } from '../../protocol/messages';

/** Whether the plugin announces a feature; `request-id` is what tells two open calls apart. */
export const can = ({ plugin }: Meeting, feature: PluginFeature): boolean =>
  plugin.name === 'ready' && plugin.features.includes(feature);

/** Whether an answer to the call is still due. */
export const isOpen = ({ state }: Call): boolean =>
  state.name === 'calling' ||
  state.name === 'ringing' ||
  (state.name === 'one-of' && state.joined + state.failed.length < state.of);

/** The meeting with its calls passed through `change`. */
export const withCalls = (meeting: Meeting, change: (call: Call) => Call): Meeting => ({
  ...meeting,
  calls: meeting.calls.map(change),
});

/** Marks the calls of a meeting that was reloaded or left as unknown. */
export const markUnknown = (meeting: Meeting, why: 'reloaded' | 'left', at: number): Meeting =>
  withCalls(meeting, (call) =>
    isOpen(call) || call.state.name === 'joined' ? { ...call, state: { name: 'unknown', why, at } } : call,
  );

/** Whether a call waits for this answer, which must get through any flood. */
export const isAwaited = ({ calls }: Meeting, message: PluginMessage): boolean =>
  (message.name === 'dial-out-success' || message.name === 'dial-out-error') &&
  calls.some((call) => isOpen(call) && (message.requestId ?? call.id) === call.id);
