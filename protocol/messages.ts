/**
 * The contract between the external-chat plugin and the top window.
 *
 *   top window ── our peer, or anybody's host page
 *     ▲   │
 *     │   │  fromHost:   hello · toggle-chat-button-state · toggle-chat-badge · dial-out
 *     │   ▼
 *   plugin ────── ours, or anybody's
 *        fromPlugin:     ready · toggle-chat · connected · disconnected · dial-out-success · dial-out-error
 *
 * 1. plugin → top   ready                        once registered; again for every `hello`
 * 2. top → plugin   toggle-chat-button-state,    the top window is the source of truth, so it pushes both
 *                   toggle-chat-badge
 * 3. plugin → top   toggle-chat                  the user pressed Chat; `active` is what they ask for
 * 4. top → plugin   toggle-chat-button-state     the echo, without which the button does not move
 * 5. top → plugin   dial-out                     → dial-out-success once the participant joined,
 *                                                  dial-out-error if refused, nothing if never answered
 *
 * Names and payloads of the seed document stay exactly as written there. What this project added is
 * marked *added*; it is optional in both directions, and either end works with one that knows none of it.
 */
import type { fromHost } from './from-host';
import type { fromPlugin } from './from-plugin';
import type { Of, Shape } from './shape';

type MessageOf<Schemas extends Record<string, Shape<object>>> = {
  [Name in keyof Schemas]: { name: Name } & Of<Schemas[Name]>;
}[keyof Schemas];

export type PluginMessage = MessageOf<typeof fromPlugin>;
export type HostMessage = MessageOf<typeof fromHost>;

/** What this project's plugin announces in `ready.features`. */
export const PLUGIN_FEATURES = ['chat', 'dial-out', 'hello', 'connected', 'request-id'] as const;
export type PluginFeature = (typeof PLUGIN_FEATURES)[number];
