import { parseHostMessage } from '../../../protocol/parse-host-message';
import { parsePluginMessage } from '../../../protocol/parse-plugin-message';
import { describeMismatch } from '../../../strings/describe-fault';

/** Who is to hear what is sent. */
export type Recipient = 'plugin' | 'host';

/** What is wrong with a message for who hears it: `foreign` if it is none of the protocol at all. */
export type Wrong = { reason: 'foreign' | 'name' } | { reason: 'shape'; detail: string };

/** Checks a message as its receiver does; `undefined` if it is right. */
export function wrongWith(wire: unknown, target: Recipient): Wrong | undefined {
  const parsed = target === 'plugin' ? parseHostMessage(wire) : parsePluginMessage(wire);
  if (parsed.ok) return undefined;
  return parsed.reason === 'shape' ? { reason: 'shape', detail: describeMismatch(parsed) } : parsed;
}
