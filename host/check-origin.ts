import { MeetingError } from './meeting-error';

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
