import { decoded } from './clean';
import { type Detected, detected } from './detected';

type LinkReader = { host: RegExp; read(url: URL): Detected };

const cannot = (kind: Detected['kind'], note: Detected['notes'][number]) => () =>
  detected(kind, 'auto', '', note);

/** Whose links are known. Where a service has a documented address for video systems, that is dialled. */
const SERVICES: readonly LinkReader[] = [
  {
    host: /(^|\.)zoom\.(us|com)$/,
    read({ pathname }) {
      const [, id] = /\/(?:j|w|s|wc|wc\/join)\/(\d{9,12})(?:\/|$)/.exec(pathname) ?? [];
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
  { host: /^meet\.google\.com$/, read: cannot('meet', 'needs-invitation') },
  { host: /^(meet\.lync\.com|join\.skype\.com)$/, read: cannot('skype', 'needs-invitation') },
];

/** Where Pexip's own web apps put the conference: in the path, in the query, or in the fragment. */
function conferenceIn(url: URL): string | undefined {
  const [, app, rest = ''] = /\/(webapp\d?)(\/.*|$)/.exec(url.pathname) ?? [];
  if (!app) return conferenceAtOwnPath(url);
  const fragment = url.hash.slice(1);
  const [, inPath] =
    /^\/(?:m|conference|join)\/([^/?#]+)/.exec(rest) ??
    /^\/?(?:m|conference)\/([^/?#]+)/.exec(fragment) ??
    [];
  const fragmentQuery = new URLSearchParams(fragment.slice(fragment.indexOf('?') + 1));
  const found = inPath && decoded(inPath);
  return found || url.searchParams.get('conference') || fragmentQuery.get('conference') || '';
}

/**
 * An administrator can give Web App 3 a path of their own, as in `/sales/m/alice`. Other web applications
 * have such paths as well: without a conference it is just a page.
 */
function conferenceAtOwnPath({ pathname, searchParams }: URL): string | undefined {
  const [, inPath] = /^\/[^/]+\/m\/([^/]+)(?:\/(?:express|step-by-step))?\/?$/.exec(pathname) ?? [];
  if (inPath) return decoded(inPath);
  const isRoute = /^\/[^/]+\/(?:conference|express|step-by-step)\/?$/.test(pathname);
  return (isRoute && searchParams.get('conference')) || undefined;
}

/** Reads a web link: a meeting of Pexip or of a known service, or just a page. */
export function readLink(text: string): Detected | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  if (!URL.canParse(text)) return detected('web', 'auto', '', 'not-a-destination');
  const url = new URL(text);
  const service = SERVICES.find(({ host }) => host.test(url.hostname));
  if (service) return service.read(url);
  const conference = conferenceIn(url);
  if (conference === undefined) return detected('web', 'auto', '', 'not-a-destination');
  if (conference === '') return detected('pexip', 'auto', '', 'no-room-in-link');
  const pin = /[?&](pin|role_pin)=./.test(text) ? (['link-pin'] as const) : [];
  // An alias that has a domain of its own knows better than the address of the web server.
  return conference.includes('@')
    ? detected('pexip', 'auto', conference, ...pin)
    : detected('pexip', 'auto', `${conference}@${url.hostname}`, 'own-domain', ...pin);
}
