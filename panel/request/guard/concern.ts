/** Why somebody may want to be asked before a number is dialed. */
export type Concern = 'premium' | 'foreign';

/** Which concerns the user has turned on, and the region that is home. */
export type ConcernSettings = { region: string; premium: boolean; foreign: boolean };
