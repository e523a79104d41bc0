import type { Meeting } from '../protocol/meeting';
import type { HostMessage } from '../protocol/messages';

/** What follows from one event: the meeting's new state, and the messages for its plugin. */
export type ReducerResult = { meeting: Meeting; messages: readonly HostMessage[] };

/** The result of an event that leaves the plugin's button unchanged: the plugin gets no message. */
export const unchanged = (meeting: Meeting): ReducerResult => ({ meeting, messages: [] });
