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
import * as v from 'valibot';
import { dialRequestWith } from './dial-request';
import { LIMITS } from './limits';
import { id, ignorable, shownText } from './text';

const flag = v.boolean('must be true or false');

/** The fields of a message; one that is missing is named. */
const payload = <const Fields extends v.ObjectEntries>(fields: Fields) => v.object(fields, 'is required');

/** *Added.* Tells two dial-outs apart; the plugin repeats it in everything it says about that call. */
const requestId = v.optional(id);

/** What a plugin says to the top window. */
export const fromPlugin = {
  /** The plugin has loaded and registered. The fields are *added*: what this plugin is and can do. */
  ready: payload({
    version: ignorable(shownText()),
    features: ignorable(v.pipe(v.array(shownText()), v.maxLength(LIMITS.features))),
    conferenceAlias: ignorable(shownText(LIMITS.alias)),
  }),
  /** The user pressed the Chat button; `active` is the requested state. */
  'toggle-chat': payload({ active: flag }),
  /** *Added.* The meeting is joined. Its alias stands here too: `ready` is often said before it is known. */
  connected: payload({ conferenceAlias: ignorable(shownText(LIMITS.alias)) }),
  /** *Added.* The meeting is left. */
  disconnected: payload({
    userInitiated: ignorable(flag),
    error: ignorable(shownText(LIMITS.errorText)),
    errorCode: ignorable(shownText()),
  }),
  /** The dialled participant has joined. */
  'dial-out-success': payload({ uuid: id, displayName: ignorable(shownText()), requestId }),
  /** The dial-out was refused; `message` says why. */
  'dial-out-error': payload({ message: shownText(LIMITS.errorText), requestId }),
} as const;

/** What the top window says to a plugin. */
export const fromHost = {
  /** *Added.* Asks for `ready` again: the peer may have been injected after it was said. */
  hello: payload({}),
  /** Sets the Chat button's active state and tooltip. */
  'toggle-chat-button-state': payload({ active: flag }),
  /** Shows or hides the unread badge on the Chat button. */
  'toggle-chat-badge': payload({ visible: flag }),
  /** Dials a destination into the meeting. */
  'dial-out': dialRequestWith({ requestId }),
} as const;

type MessageOf<Schemas extends Record<string, v.GenericSchema>> = {
  [Name in keyof Schemas]: { name: Name } & v.InferOutput<Schemas[Name]>;
}[keyof Schemas];

export type PluginMessage = MessageOf<typeof fromPlugin>;
export type HostMessage = MessageOf<typeof fromHost>;

/** What this project's plugin announces in `ready.features`. */
export const PLUGIN_FEATURES = ['chat', 'dial-out', 'hello', 'connected', 'request-id'] as const;
export type PluginFeature = (typeof PLUGIN_FEATURES)[number];
