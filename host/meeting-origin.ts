import { MeetingError } from './meeting-error';

/**
 * Returns whether a message can come from the meeting's plugin, by its origin. The origin of a sandboxed plugin is
 * opaque, which counts only inside Web App 3. Until the meeting's origin is known, `expected` is undefined.
 */
export function isMeetingOrigin(origin: string, expected: string | undefined, isInside: boolean): boolean {
  if (origin === 'null') return isInside;
  return expected === undefined || origin === expected;
}

const WEBAPP3 = /^https?:\/\/[^/?#]+[^?#]*\/webapp3([/?#]|$)/;

/** Returns the origin in the address of a Web App 3 iframe. Any other address can redirect to another origin. */
export const originOfAddress = (url: string): string | undefined =>
  WEBAPP3.test(url) ? new URL(url).origin : undefined;

/**
 * Checks the origin that a host page names.
 * @throws MeetingError if it isn't the origin of a website, because no message would ever match it
 */
export function checkOrigin(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.origin === given && /^https?:/.test(given)) return given;
  const suggestion = url && /^https?:$/.test(url.protocol) ? url.origin : 'https://meet.example.com';
  throw new MeetingError(
    'bad-origin',
    `"${given}" isn't an origin.`,
    `Use the scheme and host of Web App 3 without a path, such as ${suggestion}.`,
  );
}
