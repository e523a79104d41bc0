import type { RPCCalls } from '@pexip/plugin-api';
import type { Result } from '../../../protocol/result';
import type { Asking } from '../isolation/requests';
import { requestBody, requestPath } from './as-called';
import { ask } from './reply';

/** Web App 3 answers it, and the published types leave it out. */
type Unlisted = keyof RPCCalls;

/**
 * A request of the client API, which Web App 3 completes with the conference's address and the token. The
 * guides print paths with and without a leading slash, and mean the same.
 * @see Plugin guide, "sendRequest"
 */
export function sendRequest(channel: Asking, path: unknown, payload: unknown): Promise<Result<unknown>> {
  const asked = requestPath(path);
  const request = { method: 'POST', path: asked, payload: requestBody(asked, payload) };
  return ask(channel, 'conference:sendRequest' as Unlisted, request as RPCCalls[Unlisted]['payload']);
}
