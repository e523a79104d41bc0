/**
 * The contract between the external-chat plugin and the top window.
 *
 *   top window ── our peer, or anybody's host page
 *     ▲   │
 *     │   │  fromHost:   hello · toggle-chat-button-state · toggle-chat-badge · dial-out · hang-up ·
 *     │   │              call-status · send-message · participants-state · mute · admit · …
 *     │   ▼
 *   plugin ────── ours, or anybody's
 *        fromPlugin:     ready · toggle-chat · button-state · connected · disconnected · dial-out-success ·
 *                        dial-out-error · dial-out-progress · hang-up-error · message · message-error ·
 *                        self · roster · roster-change · conference · toggle-participants · action-error
 *
 * 1. plugin → top   ready                        once registered; again for every `hello`
 * 2. top → plugin   toggle-chat-button-state,    the top window is the source of truth, so it pushes both
 *                   toggle-chat-badge
 * 3. plugin → top   toggle-chat                  the user pressed Chat; `active` is what they ask for
 * 4. top → plugin   toggle-chat-button-state     the echo, without which the button does not move
 * 5. top → plugin   dial-out                     → dial-out-success once the participant joined,
 *                                                  dial-out-error if refused, nothing if never answered;
 *                                                  dial-out-progress on the way, and when they leave
 * 6. top → plugin   hang-up                      → dial-out-progress once they have left, or hang-up-error
 * 7. top → plugin   call-status                  → dial-out-progress for each call that can be told of
 * 8. plugin → top   message                      somebody wrote in the meeting's own chat
 * 9. top → plugin   send-message                 → message with own: true, or message-error
 * 10. plugin → top  roster, roster-change        who is in the meeting
 * 11. top → plugin  mute, admit, …               → the roster shows it, or action-error
 *
 * Names and payloads of the seed document stay exactly as written there. What this project added is
 * marked *added*; it is optional in both directions, and either end works with one that knows none of it.
 */
import type { fromHost } from './from-host';
import type { fromPlugin } from './from-plugin';
import type { PEOPLE_FEATURES } from './people-features';
import type { Of, Shape } from './shape';

type MessageOf<Schemas extends Record<string, Shape<object>>> = {
  [Name in keyof Schemas]: { name: Name } & Of<Schemas[Name]>;
}[keyof Schemas];

export type PluginMessage = MessageOf<typeof fromPlugin>;
export type HostMessage = MessageOf<typeof fromHost>;

/** What this project's plugin announces in `ready.features`. */
export const PLUGIN_FEATURES = [
  'chat',
  'button-state',
  'dial-out',
  'hello',
  'connected',
  'request-id',
  'dial-out-progress',
  'hang-up',
  'call-status',
  'messages',
] as const;
export type PluginFeature = (typeof PLUGIN_FEATURES | typeof PEOPLE_FEATURES)[number];
