import * as v from 'valibot';
import { LIMITS } from './limits';
import type { PluginMessage } from './messages';
import { type Parsed, parseWith } from './parse';
import { flag, id, ignorable, payload, requestId, shownText } from './text';

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

/** Reads a message that a plugin sent to the top window. */
export const parsePluginMessage = (data: unknown): Parsed<PluginMessage> => parseWith(fromPlugin, data);
