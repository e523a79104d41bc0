/**
 * Decides which window messages count. The order puts the cheapest question first:
 *
 *   source   a frame inside the meeting, and no other frame there is the plugin already
 *   shape    a known message with a known payload, in an accepted namespace
 *   origin   the meeting's, or opaque inside the meeting
 *   rate     no more than a person could cause
 */

import type { PluginMessage } from '../protocol/messages';
import { parsePluginMessage } from '../protocol/parse-plugin-message';
import type { Drop } from '../protocol/trace';
import { ALL_DIALECTS, type Dialect } from '../protocol/wire';
import type { Endpoint } from './endpoint';
import { framePath } from './frame-path';
import { isMeetingOrigin } from './meeting-origin';
import { createRateLimit } from './rate-limit';

export type Judgment =
  | { accepted: true; message: PluginMessage; endpoint: Endpoint }
  | { accepted: false; reason: Drop };

/** What the filter has to know about the meeting at the moment of a message. */
export type Scope = {
  /** The window of Web App 3. */
  root: Window | null | undefined;
  /** The frame that is the plugin so far. */
  current: Endpoint | undefined;
  /** The meeting's origin, where it is known. */
  origin: string | undefined;
  namespaces?: readonly Dialect[] | undefined;
};

const drop = (reason: Drop): Judgment => ({ accepted: false, reason });

/** Creates the filter, which remembers how much each frame has sent. `accept` judges one message. */
export function createMessageFilter(): { accept(event: MessageEvent<unknown>, scope: Scope): Judgment } {
  const rate = createRateLimit();
  return {
    accept({ isTrusted, source, data, origin }, { root, current, origin: expected, namespaces }) {
      // Any script can dispatch an event with a source and origin of its choice.
      const path = isTrusted && root ? framePath(source, root) : undefined;
      if (!path || !root) return drop('source');
      const parsed = parsePluginMessage(data);
      if (!parsed.ok) return drop(parsed.reason === 'foreign' ? 'foreign' : 'shape');
      const { dialect, message } = parsed;
      if (!(namespaces ?? ALL_DIALECTS).includes(dialect)) return drop('foreign');
      const endpoint: Endpoint = { source: path.at(-1) ?? root, origin, dialect };
      // Web App 3 has other plugins beside ours. The first that sends stays the plugin while its frame exists.
      const taken = current?.source;
      if (taken && taken !== endpoint.source && framePath(taken, root)) return drop('source');
      if (!isMeetingOrigin(origin, expected, path.length > 0)) return drop('origin');
      if (!rate.allows(endpoint.source, performance.now())) return drop('rate');
      return { accepted: true, message, endpoint };
    },
  };
}
