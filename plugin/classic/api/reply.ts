import type { RPCCalls } from '@pexip/plugin-api';
import type { Result } from '../../../protocol/result';
import { field } from '../../field';
import { type Asking, TOO_MANY, TooManyRequests } from '../isolation/requests';
import { textOf } from '../streams/owner';

/**
 * Makes a call of the plugin API whose reply is the node's own, `{status, data: {status, result}}`, and reads
 * it. A refusal is an error in the node's words, and never thrown.
 */
export async function ask<K extends keyof RPCCalls>(
  channel: Asking,
  rpc: K,
  payload: RPCCalls[K]['payload'],
): Promise<Result<unknown>> {
  let reply: unknown;
  try {
    reply = await channel.callRPC(rpc, payload);
  } catch (error) {
    if (error instanceof TooManyRequests) return { ok: false, error: TOO_MANY };
    return { ok: false, error: `it cannot be sent, ${textOf(error)}` };
  }
  const data = field(reply, 'data');
  const result = field(data, 'result');
  if (field(data, 'status') === 'success') return { ok: true, value: result };
  return { ok: false, error: typeof result === 'string' && result !== '' ? result : 'the node refused' };
}
