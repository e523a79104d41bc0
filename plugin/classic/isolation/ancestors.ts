import { runningOwner } from '../streams/owner';
import type { Isolated } from './isolated';

/**
 * Gives plugins the windows around them that they had in Webapp2: there the page with the plugins was the
 * meeting's own, and what stood around it was the page that embeds the meeting, if any. Web App 3's document
 * is of the same origin, and a plugin that means its own page would write over the meeting's.
 *
 * Others who read these of this window, such as a page that asks where a message comes from, get what is
 * true.
 */
export function guardAncestors({ view }: Isolated): void {
  const meeting = view.parent;
  const around = meeting.parent === meeting ? view : meeting.parent;
  const { frameElement } = view;
  const define = (name: string, forPlugins: unknown, forOthers: unknown) =>
    Object.defineProperty(view, name, {
      configurable: true,
      enumerable: true,
      get: () => (runningOwner() ? forPlugins : forOthers),
    });
  define('parent', around, meeting);
  define('frameElement', null, frameElement);
}
