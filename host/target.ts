import { MeetingError } from './meeting-error';
import { originOfAddress } from './message-filter';

/** Where Web App 3 is. */
export type MeetingTarget = {
  element: HTMLIFrameElement | undefined;
  root(): Window | null;
  /** The origin that the page names, or that the iframe's address shows. */
  origin(): string | undefined;
};

/**
 * Reads what a host page connects to.
 * @throws MeetingError if it is neither an iframe nor a window, or if no message could ever have this origin
 */
export function readTarget(target: unknown, named: string | undefined): MeetingTarget {
  const given = Object(target);
  // A window is asked first: one of another origin allows no question but for a few names.
  const isWindow = 'postMessage' in given;
  if (!isWindow && !('contentWindow' in given)) throw new MeetingError('bad-target');
  const shown = () => originOfAddress((!isWindow && given.src) || '');
  if (named !== undefined) checkOrigin(named, shown());
  return {
    element: isWindow ? undefined : given,
    // A moved iframe has another window: keep the element.
    root: () => (isWindow ? given : given.contentWindow),
    origin: () => named ?? shown(),
  };
}

function checkOrigin(named: string, shown = named): void {
  try {
    if (named === shown && /^http/.test(named) && new URL(named).origin === named) return;
  } catch {
    // Not an address at all: the same error as for a wrong one.
  }
  const right = shown === named ? 'like https://meet.example.com' : shown;
  throw new MeetingError('bad-origin', `The origin of Web App 3 is ${right}, not "${named}".`);
}
