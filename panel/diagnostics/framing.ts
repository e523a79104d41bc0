import { askSite } from '../state/reach';

/** What a site's headers say about being framed. */
export type Framing = 'allowed' | 'refused' | 'unknown';

/**
 * Asks a site whether its headers let it be framed, as `lets` reads them for its origin. `unknown` where they
 * cannot be read, which takes permission for its host, or it does not answer.
 */
export async function askFraming(
  url: string,
  lets: (headers: Headers, framed: string) => boolean,
  signal?: AbortSignal,
  isApart?: boolean,
): Promise<Framing> {
  const answer = await askSite(url, signal, isApart);
  if (answer.kind !== 'read') return 'unknown';
  return lets(answer.headers, new URL(answer.url).origin) ? 'allowed' : 'refused';
}

/**
 * Whether these headers of the site `framed` let a page of the site `by` frame it. `X-Frame-Options` counts
 * only where no policy names `frame-ancestors`.
 * @see https://www.w3.org/TR/CSP3/#directive-frame-ancestors
 */
export function mayFrame(headers: Headers, framed: string, by: string): boolean {
  const policies = (headers.get('content-security-policy') ?? '').split(',');
  const lists = policies.flatMap((policy) => {
    const directive = policy.split(';').find((each) => /^\s*frame-ancestors(\s|$)/i.test(each));
    return directive === undefined ? [] : [directive.trim().split(/\s+/).slice(1)];
  });
  if (lists.length > 0) return lists.every((sources) => sources.some((each) => isMeant(each, framed, by)));
  return doOptionsAllow(headers.get('x-frame-options') ?? '', framed === by);
}

/**
 * What browsers make of `X-Frame-Options`, several of which arrive joined by commas: equal ones count as one,
 * and different ones refuse if any of them is known.
 * @see https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-x-frame-options-header
 */
function doOptionsAllow(text: string, isSameOrigin: boolean): boolean {
  const options = new Set(text.split(',').map((option) => option.trim().toLowerCase()));
  const isKnown = ['deny', 'sameorigin', 'allowall'].some((option) => options.has(option));
  if (options.size > 1) return !isKnown;
  if (options.has('sameorigin')) return isSameOrigin;
  return !options.has('deny');
}

function isMeant(source: string, framed: string, by: string): boolean {
  const { protocol, hostname, port } = new URL(by);
  if (source === '*') return true;
  if (/^'self'$/i.test(source)) return framed === by;
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return isSchemeOf(source.toLowerCase(), protocol);
  const parts = /^(?:([a-z][a-z\d+.-]*:)\/\/)?(\*\.)?([^:/]+)(?::(\d+|\*))?(?:\/.*)?$/i.exec(source);
  if (!parts) return false;
  const [, scheme = new URL(framed).protocol, anySub, host = '', wantedPort] = parts;
  if (!isSchemeOf(scheme.toLowerCase(), protocol)) return false;
  const name = host.toLowerCase();
  const isHost = anySub ? hostname.endsWith(`.${name}`) : hostname === name || name === '*';
  return isHost && (wantedPort === '*' || (wantedPort ?? '') === port || isUsual(wantedPort, protocol, port));
}

/** A policy that names `http:` means the safer one, too. */
const isSchemeOf = (wanted: string, protocol: string) =>
  wanted === protocol || (wanted === 'http:' && protocol === 'https:');

const isUsual = (wanted: string | undefined, protocol: string, port: string) =>
  port === '' && wanted === (protocol === 'https:' ? '443' : '80');
