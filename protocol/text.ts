import { LIMITS } from './limits';
import { optional, someText } from './shape';

/** An identifier: compared and sent back, so never altered. */
export const id = someText(LIMITS.id);

/** *Added.* Tells two dial-outs apart; the plugin repeats it in everything it says about that call. */
export const requestId = optional(id);
