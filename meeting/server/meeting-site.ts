import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConferencingNode } from '../node/conferencing-node';
import type { Behavior } from '../webapp3/config/behavior';
import type { Handler } from './listen';
import { sendFile } from './static-files';

const APP = '/webapp3/';
/** Infinity serves a branding below the Web App Path that it belongs to, whatever that is. */
const BRANDING = /^\/(?:[\w-]+\/)+?branding\//;
const PAGE = /^\/(?:[\w-]+\/)+(?:m\/[^/]+|conference|express|step-by-step)\/?$|^\/(?:[\w-]+\/)+$/;

/** What the meeting's origin serves, and how. */
interface MeetingSiteOptions {
  brandingDir: string;
  /** A Content-Security-Policy for Web App 3's page. */
  csp?: string | undefined;
  behavior?: Partial<Behavior>;
  brandingCors?: boolean;
}

/**
 * The meeting's origin: the node's API, Web App 3 and its branding, as a deployment serves them from one
 * host. Web App 3 is at every Web App Path, such as `/sales/m/<alias>`; the files of its build are below
 * `/webapp3/`.
 *
 * @throws if Web App 3 has not been built
 */
export function meetingSite(
  node: ConferencingNode,
  webroot: string,
  { brandingDir, csp, behavior = {}, brandingCors = false }: MeetingSiteOptions,
): Handler {
  const app = join(webroot, 'webapp3');
  const index = join(app, 'index.html');
  if (!existsSync(index)) {
    throw new Error(`The demo Web App 3 isn’t built (nothing in ${app}). Run "npm run build" first.`);
  }
  return async (request, response) => {
    if (await node.handle(request, response)) return;
    // Not through `URL`: it would resolve `..` away before the file server has judged it.
    const [path = '/', query = ''] = (request.url ?? '/').split(/[?#]/);
    const [branding] = BRANDING.exec(path) ?? [];
    if (
      path === '/' ||
      path === '/webapp3' ||
      (path === APP && !new URLSearchParams(query).has('conference'))
    ) {
      response.writeHead(302, { location: `${APP}m/qa.meeting` }).end();
    } else if (branding) {
      if (brandingCors) response.setHeader('access-control-allow-origin', '*');
      await sendFile(response, brandingDir, path.slice(branding.length));
    } else if (PAGE.test(path)) {
      if (csp) response.setHeader('content-security-policy', csp);
      response.setHeader('cache-control', 'no-store');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(withBehavior(await readFile(index, 'utf8'), behavior));
    } else if (path.startsWith(APP)) {
      await sendFile(response, app, path.slice(APP.length));
    } else {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    }
  };
}

/** Hands the behavior to the page, which has no other way to know how its server was started. */
function withBehavior(html: string, behavior: Partial<Behavior>): string {
  const query = new URLSearchParams(Object.entries(behavior)).toString().replaceAll('&', '&amp;');
  return html.replace('<head>', `<head><meta name="behavior" content="${query}">`);
}
