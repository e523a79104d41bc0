import type { HostOrigins } from '../../protocol/host-origins';
import type { HostMessage, PluginMessage } from '../../protocol/messages';
import { parseHostMessage } from '../../protocol/parse-host-message';
import type { Parsed } from '../../protocol/wire';
import { toWire } from '../../protocol/wire';

type Refused = Extract<Parsed<HostMessage>, { ok: false }>;

interface TopWindowListener {
  onHostMessage(message: HostMessage): void;
  /** A message of the contract whose payload is wrong; `data` is what came. */
  onHostMistake(refused: Refused, data: unknown): void;
}

/**
 * Opens the conversation with the top window, until `signal` ends it. Only messages whose `source` is that
 * window count; its `origin` is checked besides where there is a list of allowed ones.
 *
 * @returns what speaks to it
 */
export function openTopWindow(
  origins: HostOrigins,
  listener: TopWindowListener,
  signal: AbortSignal,
): (message: PluginMessage) => void {
  const { top } = window;
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source === null || event.source !== top) return;
    if (!origins.any && !origins.allowed.includes(event.origin)) return;
    const parsed = parseHostMessage(event.data);
    if (parsed.ok) listener.onHostMessage(parsed.message);
    // Where the app itself is the top window, everything that it says to itself comes by here as well.
    else if (parsed.reason !== 'foreign') listener.onHostMistake(parsed, event.data);
  };
  window.addEventListener('message', onMessage, { signal });
  // Without a list, '*' is what the contract asks for: the host's origin is unknown until it speaks.
  const targets = origins.any ? ['*'] : origins.allowed;
  return (message) => {
    if (signal.aborted) return;
    for (const target of targets) top?.postMessage(toWire(message), target);
  };
}
