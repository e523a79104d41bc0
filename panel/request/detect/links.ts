import { type Detected, detected } from './detected';
import { decoded } from './escapes';
import { plainText } from './plain-text';

type LinkReader = { host: RegExp; read(url: URL): Detected };

const cannot = (kind: Detected['kind'], note: Detected['notes'][number]) => () =>
  detected(kind, 'auto', '', note);

/** Whose links are known. Where a service has a documented address for video systems, that is dialed. */
const SERVICES: readonly LinkReader[] = [
  {
    host: /(^|\.)zoom(?:gov)?\.(us|com)$/,
    read({ pathname }) {
      const [, id] = /\/(?:j|w|s|wc|wc\/join)\/(\d{9,12})(?:\/|$)/.exec(pathname.replace(/%20| /g, '')) ?? [];
      return id
        ? detected('zoom', 'sip', `${id}@zoomcrc.com`, 'zoom-passcode')
        : detected('zoom', 'auto', '', 'no-room-in-link');
    },
  },
  {
    host: /(^|\.)webex\.com$/,
    read({ hostname, pathname }) {
      const [, room] = /^\/(?:meet|join)\/([^/]+)\/?$/.exec(pathname) ?? [];
      return room
        ? detected('webex', 'sip', `${decoded(room)}@${hostname}`)
        : detected('webex', 'auto', '', 'no-room-in-link');
    },
  },
  {
    host: /^(teams\.microsoft\.com|teams\.live\.com|teams\.cloud\.microsoft|gov\.teams\.microsoft\.us)$/,
    read: cannot('teams', 'needs-invitation'),
  },
  { host: /^(meet\.google\.com|g\.co)$/, read: cannot('meet', 'needs-invitation') },
  { host: /^(meet\.lync\.com|join\.skype\.com)$/, read: cannot('skype', 'needs-invitation') },
];

const serviceOf = (hostname: string) => SERVICES.find(({ host }) => host.test(hostname.toLowerCase()));

/** What Web App 3 puts behind the alias. */
const JOIN = '(?:/(?:express|step-by-step|preflight|preview)/?)?';
/** An administrator can put Web App 3 at any path; its own links end in `m/` and the alias. */
const AT_ANY_PATH = new RegExp(`(?:^|/)m/([^/?#]+)/?${JOIN}$`);

/** Where Pexip's own web apps put the conference: in the path, in the query, or in the fragment. */
function conferenceIn(url: URL): string | undefined {
  const [, app, rest = ''] = /\/(webapp\d?)(\/.*|$)/.exec(url.pathname) ?? [];
  const fragment = url.hash.slice(1);
  const [, inPath] =
    /^\/(?:m|conference|join)\/([^/?#]+)/.exec(rest) ??
    AT_ANY_PATH.exec(url.pathname) ??
    /^\/?(?:m|conference)\/([^/?#]+)/.exec(app ? fragment : '') ??
    AT_ANY_PATH.exec(fragment.split('?')[0] ?? '') ??
    [];
  const fragmentQuery = new URLSearchParams(fragment.slice(fragment.indexOf('?') + 1));
  const named = url.searchParams.get('conference') || fragmentQuery.get('conference');
  return (inPath && decoded(inPath)) || (named && plainText(named)) || (app ? '' : undefined);
}

/** A domain, an IP address, or any name before a path of Pexip's own. */
const HOST = String.raw`(?:[\w-]+\.)+[a-z]{2,}|\d{1,3}(?:\.\d{1,3}){3}|[\w-]+(?=(?::\d+)?\/webapp)`;
/** `meet.example.com/webapp3/m/alice`: a host, perhaps a port, and a path. */
const WITHOUT_SCHEME = new RegExp(String.raw`^(?:\/\/)?(?:${HOST})(?::\d+)?[/?]\S*(?: \d+)*$`, 'i');

/** Returns the URL that a text is, with the scheme that people leave out. */
function asUrl(text: string): string | undefined {
  if (/^https?:\/\//i.test(text)) return text;
  const isHost = !/[\s@/]/.test(text) && serviceOf(text.replace(/:\d+$/, '')) !== undefined;
  return isHost || WITHOUT_SCHEME.test(text) ? `https://${text.replace(/^\/\//, '')}` : undefined;
}

/** Whether a text is a web link, with its scheme or without. */
export const isLink = (text: string): boolean => asUrl(text) !== undefined;

/** Reads a web link: a meeting of Pexip or of a known service, or just a page. */
export function readLink(text: string): Detected | undefined {
  const link = asUrl(text);
  if (link === undefined) return undefined;
  if (!URL.canParse(link)) return detected('web', 'auto', '', 'not-a-destination');
  const url = new URL(link);
  const service = serviceOf(url.hostname);
  if (service) return service.read(url);
  const conference = conferenceIn(url)?.trim();
  if (conference === undefined) return detected('web', 'auto', '', 'not-a-destination');
  if (conference === '') return detected('pexip', 'auto', '', 'no-room-in-link');
  const hostname = url.hostname.replace(/\.$/, '');
  const pin = /[?&](pin|role_pin)=./.test(link) ? (['link-pin'] as const) : [];
  const spaces = /\s/.test(conference) ? (['as-typed'] as const) : [];
  // An alias that has a domain of its own knows better than the address of the web server.
  return conference.includes('@')
    ? detected('pexip', 'auto', conference, ...spaces, ...pin)
    : detected('pexip', 'auto', `${conference}@${hostname}`, 'own-domain', ...spaces, ...pin);
}
