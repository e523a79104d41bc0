import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ConferencingNode } from '../node/conferencing-node';
import type { Handler } from './listen';
import { sendFile } from './static-files';

const APP = '/webapp3/';
const BRANDING = '/webapp3/branding/';

/**
 * The meeting's origin: the node's API, Web App 3 and its branding, as a deployment serves them from one host.
 *
 * @param csp a Content-Security-Policy for Web App 3's page
 * @throws if Web App 3 has not been built
 */
export function meetingSite(
  node: ConferencingNode,
  webroot: string,
  brandingDir: string,
  csp?: string,
): Handler {
  const app = join(webroot, 'webapp3');
  if (!existsSync(join(app, 'index.html'))) {
    throw new Error(`Web App 3 is not built: nothing in ${app}. Run "npm run build:meeting" first.`);
  }
  return async (request, response) => {
    if (await node.handle(request, response)) return;
    // Not through `URL`: it would resolve `..` away before the file server has judged it.
    const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
    if (path === '/' || path === '/webapp3' || path === APP) {
      response.writeHead(302, { location: `${APP}m/qa.meeting` }).end();
    } else if (path.startsWith(BRANDING)) {
      await sendFile(response, brandingDir, path.slice(BRANDING.length));
    } else if (/^\/webapp3\/m\/[^/]+\/?$/.test(path)) {
      if (csp) response.setHeader('content-security-policy', csp);
      await sendFile(response, app, 'index.html');
    } else if (path.startsWith(APP)) {
      await sendFile(response, app, path.slice(APP.length));
    } else {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    }
  };
}
