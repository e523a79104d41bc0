import type { HostMessage, PluginMessage } from '../../protocol/messages';
import { ALL_DIALECTS, type Dialect, type Parsed, toWire } from '../../protocol/wire';
import { readHostMessage } from './namespace';
import type { Route } from './route';

type Refused = Extract<Parsed<HostMessage>, { ok: false }>;

interface HostListener {
  onHostMessage(message: HostMessage): void;
  /** The top window uses the other namespace, and has understood nothing so far. */
  onNamespace?(): void;
  /** A message of the contract whose payload is wrong; `data` is what came. */
  onHostMistake(refused: Refused, data: unknown): void;
}

/** The top window, as the plugin talks to it. */
export interface HostWindow {
  send(message: PluginMessage): void;
}

/**
 * Opens the conversation with the top window. Only messages whose `source` is that window count, or Web
 * App 3's where that relays; its `origin` is checked besides where there is a list of allowed ones.
 * Without a `namespace`, the plugin begins in its own and follows the top window into the other.
 */
export function openHostWindow(
  { partner, origins }: Route,
  listener: HostListener,
  namespace?: Dialect,
): HostWindow {
  let dialect = namespace ?? 'external-chat';
  let hasFollowed = false;
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source === null || event.source !== partner) return;
    if (!origins.any && !origins.allowed.includes(event.origin)) return;
    const parsed = readHostMessage(withDialDefaults(event.data), namespace ? [namespace] : ALL_DIALECTS);
    if (parsed.ok && parsed.dialect !== dialect) {
      dialect = parsed.dialect;
      // Once: a page that answers in both namespaces would be asked, and answer, for ever.
      if (!hasFollowed) {
        hasFollowed = true;
        listener.onNamespace?.();
      }
    }
    if (parsed.ok) listener.onHostMessage(parsed.message);
    else if (!isPluginApi(event.data)) listener.onHostMistake(parsed, event.data);
  });
  // Without a list, '*' is what the contract asks for: the host's origin is unknown until it speaks. With
  // a list, the browser delivers the one copy whose origin matches and discards the others.
  const targets = origins.any ? ['*'] : origins.allowed;
  return {
    send: (message) => {
      for (const target of targets) partner?.postMessage(toWire(message, dialect), target);
    },
  };
}

/**
 * A known host page dials with a destination alone. The contract requires role and protocol: a request that
 * has one of them and lacks the other is still a mistake.
 */
function withDialDefaults(data: unknown): unknown {
  const message: object = Object(data);
  return 'role' in message || 'protocol' in message ? data : { role: 'GUEST', protocol: 'auto', ...message };
}

/**
 * Where Web App 3 is opened directly, or relays, its half of the plugin API comes from the same source as
 * the host's messages.
 */
const isPluginApi = (data: unknown): boolean => 'chanId' in Object(data);
