import type { Call } from '../../protocol/meeting';

/** Which calls the list shows. */
export type ShowsCall = (call: Call) => boolean;

/** How calls are counted together. */
export const CALL_GROUPS = ['joined', 'ringing', 'queued', 'failed', 'ended'] as const;
export type CallGroup = (typeof CALL_GROUPS)[number];

/** Returns the group in which a call is counted. One whose end is unknown counts as ended. */
export function groupOf({ state }: Call): CallGroup {
  switch (state.name) {
    case 'joined':
    case 'queued':
    case 'failed':
      return state.name;
    case 'calling':
    case 'ringing':
      return 'ringing';
    default:
      return 'ended';
  }
}

/** Whether nothing more can come of a call. */
export const isEnded = (call: Call): boolean => ['failed', 'ended'].includes(groupOf(call));
