import type { DialRequest } from '../../../protocol/dial-fields';

/**
 * What decides who is called: behind a short number, tones may dial another one, and a stream may send the
 * presentation to a server of its own.
 */
export type Dialed = Pick<DialRequest, 'destination' | 'dtmf_sequence' | 'presentation_url'>;

/** Why somebody may want to be asked before a number is dialed. */
export type Concern = 'premium' | 'foreign';

/** Which concerns the user has turned on, and the region that is home. */
export type ConcernSettings = { region: string; premium: boolean; foreign: boolean };
