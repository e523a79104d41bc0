import type { Result } from '../../protocol/result';
import { CHAT_OPTION_STRINGS as STRINGS } from '../../strings/chat-options';
import { findMisspelled, type Misspelled, PLACEHOLDERS, type Placeholder } from './placeholders';

type Values = Record<Placeholder, string>;

const HERE = ['localhost', '127.0.0.1'];

const fill = (template: string, values: Values) =>
  PLACEHOLDERS.reduce(
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
  if (!URL.canParse(one) || !URL.canParse(other)) return { ok: false, error: STRINGS.noAddress };
  const { protocol, hostname, origin, username } = new URL(one);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && HERE.includes(hostname));
  if (!isSafe || username !== '') return { ok: false, error: STRINGS.notSafe };
  if (origin !== new URL(other).origin) return { ok: false, error: STRINGS.originOpen };
  const misspelled = findMisspelled(template);
  if (misspelled) return { ok: false, error: sayMisspelled(misspelled) };
  return { ok: true, value: origin };
}

const sayMisspelled = ({ written, meant }: Misspelled): string =>
  meant ? STRINGS.misspelled({ written, meant: `{${meant}}` }) : STRINGS.notPlaceholder(written);

/** The URL of a chat for a meeting, or why there is none. */
export type ChatAddress =
  | { kind: 'url'; url: string }
  /** The template is not one that may be framed, and why. */
  | { kind: 'wrong'; why: string }
  /** It needs a value that is not known yet: anything in its place would be another room. */
  | { kind: 'waiting' }
  /** This value would lead out of its place in the path, as the alias `..` does. */
  | { kind: 'unfit'; place: keyof Values; value: string };

/** What is known of a meeting. A name is the user's own, and may be empty. */
type KnownValues = { [Place in keyof Values]: Values[Place] | undefined };

/** Fills a template for a meeting. */
export function fillTemplate(template: string, known: KnownValues): ChatAddress {
  const origin = originOfTemplate(template);
  if (!origin.ok) return { kind: 'wrong', why: origin.error };
  const isMissing = (place: keyof Values) => place !== 'displayName' && !known[place];
  const needed = PLACEHOLDERS.filter((place) => template.includes(`{${place}}`));
  if (needed.some(isMissing)) return { kind: 'waiting' };
  const neutral = all('a');
  const values = { ...neutral };
  for (const place of needed) values[place] = known[place] ?? '';
  const isFit = (given: Values) =>
    dotSegments(fill(template, given)) === dotSegments(fill(template, neutral));
  if (isFit(values)) return { kind: 'url', url: new URL(fill(template, values)).href };
  const place = needed.find((each) => !isFit({ ...neutral, [each]: values[each] })) ?? 'alias';
  return { kind: 'unfit', place, value: values[place] };
}

/** How many segments of a URL's path a browser reads as `.` or `..`. */
function dotSegments(url: string): number {
  const [path = ''] = url.split(/[?#]/);
  return path.split(/[/\\]/).filter((segment) => /^\.{1,2}$/.test(segment.replace(/%2e/gi, '.'))).length;
}
