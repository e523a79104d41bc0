import type { Channel } from '@pexip/plugin-api';
import { OBSTACLES } from '../obstacles/obstacles';
import type { Owner } from '../streams/owner';
import { limitRates } from './rate';

/** One for each participant of a large meeting, and few enough for a node not to feel them. */
const MOST_REQUESTS = 300;
const WITHIN_MS = 60_000;

/** The part of a channel that asks the meeting, and by way of it the node. */
export type Asking = Pick<Channel, 'callRPC'>;

/** Why a request above the limit is refused. By then its plugin has been told of. */
export const TOO_MANY = 'too many requests in a minute';

/** A request that is not sent, because its plugin has made too many. */
export class TooManyRequests extends Error {}

/** A channel for all plugins that counts what each of them asks. */
interface RequestLimit {
  /** @throws TooManyRequests above the limit */
  channel: Asking;
  /** The user has pressed an item of the plugin: earlier requests count no more. */
  pressed(owner: Owner): void;
}

/**
 * Keeps requests to as many as a node takes well: a plugin may ask again with each change that its own
 * request causes.
 */
export function limitRequests(
  channel: Asking,
  caller: () => Owner | undefined,
  now?: () => number,
): RequestLimit {
  const rates = limitRates<Owner | undefined>(MOST_REQUESTS, WITHIN_MS, now);
  const callRPC: Asking['callRPC'] = async (...given) => {
    const owner = caller();
    if (rates.allows(owner)) return channel.callRPC(...given);
    owner?.limit(OBSTACLES.requests);
    throw new TooManyRequests();
  };
  return { channel: { callRPC }, pressed: rates.forget };
}
