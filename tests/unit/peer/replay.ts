import { onPanelRequest } from '../../../peer/panel-server/requests';
import { onPluginMessage } from '../../../peer/reducer';
import type { ReducerResult } from '../../../peer/reducer-result';
import type { DialRequest } from '../../../protocol/dial-fields';
import { type Meeting, newMeeting } from '../../../protocol/meeting';
import type { PluginMessage } from '../../../protocol/messages';

export const request: DialRequest = { role: 'GUEST', destination: 'alice@example.com', protocol: 'sip' };

/** A meeting whose plugin has not spoken. */
export const fresh = newMeeting('m1', { origin: 'https://meet.example.com' });

export const OUR_FEATURES = ['request-id', 'dial-out-progress', 'hang-up', 'call-status'];

/** A meeting with a plugin that can do all that ours can. */
export const ours = onPluginMessage(fresh, { name: 'ready', features: OUR_FEATURES }, 0).meeting;

/** A meeting with a plugin that knows the seed document and nothing else. */
export const seeds = onPluginMessage(fresh, { name: 'ready' }, 0).meeting;

/** The meeting after a plugin has said these, all at the time 1. */
export const hear = (meeting: Meeting, ...messages: PluginMessage[]): Meeting =>
  messages.reduce((state, message) => onPluginMessage(state, message, 1).meeting, meeting);

export const askToDial = (meeting: Meeting, call: string, now = 1, overlap = false): ReducerResult =>
  onPanelRequest(meeting, { type: 'dial', page: 0, load: 0, meeting: 'm1', call, request, overlap }, now);

/** The meeting after these calls were asked for, one after the other. */
export const dial = (meeting: Meeting, ...calls: string[]): Meeting =>
  calls.reduce((state, call) => askToDial(state, call).meeting, meeting);

/** The same, with the user's leave to overlap. */
export const overlap = (meeting: Meeting, ...calls: string[]): Meeting =>
  calls.reduce((state, call) => askToDial(state, call, 1, true).meeting, meeting);

export const ask = (meeting: Meeting, type: 'dial-now' | 'hang-up', call: string, now = 1): ReducerResult =>
  onPanelRequest(meeting, { type, page: 0, load: 0, meeting: 'm1', call }, now);

/** `['b calling', 'a joined']`: newest first. */
export const outcomes = (meeting: Meeting) => meeting.calls.map(({ id, state }) => `${id} ${state.name}`);
