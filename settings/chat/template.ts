import type { Result } from '../../protocol/result';
import { CHAT_OPTION_STRINGS } from '../../strings/chat-options';

/** What may stand in a template, between braces. Each is encoded: it fills its place and no more. */
export const PLACES = ['alias', 'meetingOrigin', 'pageOrigin', 'displayName'] as const;
export type Values = Record<(typeof PLACES)[number], string>;

const HERE = ['localhost', '127.0.0.1'];

const fill = (template: string, values: Values) =>
  PLACES.reduce(
    (url, place) => url.replaceAll(`{${place}}`, encodeURIComponent(values[place].toWellFormed())),
    template,
  );

const all = (value: string): Values => ({
  alias: value,
  meetingOrigin: value,
  pageOrigin: value,
  displayName: value,
});

/** Checks a template; the origin that it leads to, whatever is filled in. */
export function originOfTemplate(template: string): Result<string> {
  const [one, other] = [fill(template, all('a')), fill(template, all('b'))];
  if (!URL.canParse(one) || !URL.canParse(other)) return { ok: false, error: CHAT_OPTION_STRINGS.noAddress };
  const { protocol, hostname, origin, username } = new URL(one);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && HERE.includes(hostname));
  if (!isSafe || username !== '') return { ok: false, error: CHAT_OPTION_STRINGS.notSafe };
  if (origin !== new URL(other).origin) return { ok: false, error: CHAT_OPTION_STRINGS.originOpen };
  return { ok: true, value: origin };
}

/**
 * The chat's URL for a meeting; `undefined` if the template is not one that may be framed, or if a value
 * would lead out of its place in the path, as the alias `..` does: that is another room than the meeting's.
 */
export function fillTemplate(template: string, values: Values): string | undefined {
  if (!originOfTemplate(template).ok) return undefined;
  const filled = fill(template, values);
  return dotSegments(filled) === dotSegments(fill(template, all('a'))) ? new URL(filled).href : undefined;
}

/** How many segments of a URL's path stand for the same or the upper folder, as a browser reads them. */
function dotSegments(url: string): number {
  const [path = ''] = url.split(/[?#]/);
  return path.split(/[/\\]/).filter((segment) => /^\.{1,2}$/.test(segment.replace(/%2e/gi, '.'))).length;
}
