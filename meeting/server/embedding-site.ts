import { fileURLToPath } from 'node:url';
import { renderEmbeddingPage } from '../embedding/page';
import type { Handler } from './listen';
import { sendFile } from './static-files';

const MAX_MEETINGS = 20;
const FILES = fileURLToPath(new URL('../embedding', import.meta.url));
/** Where `npm run build:host` leaves the host library. */
const LIBRARY = fileURLToPath(new URL('../../.output/host', import.meta.url));

/**
 * The embedding page's origin.
 *
 * @param meetingOrigin origin of Web App 3
 * @param csp a Content-Security-Policy for the page
 */
export function embeddingSite(meetingOrigin: string, csp?: string): Handler {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://portal.invalid');
    if (url.pathname === '/portal.css') return sendFile(response, FILES, 'portal.css');
    if (url.pathname === '/library.js') return sendFile(response, FILES, 'library.js');
    if (url.pathname === '/external-chat-host.js')
      return sendFile(response, LIBRARY, 'external-chat-host.js');
    // Asked for by every browser; a 404 would stand as an error in the console that a test watches.
    if (url.pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    if (url.pathname !== '/' && url.pathname !== '/library') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    const asked = Number.parseInt(url.searchParams.get('count') ?? '1', 10);
    const page = renderEmbeddingPage({
      meetingOrigin,
      alias: url.searchParams.get('alias') || 'qa.meeting',
      count: Math.min(Math.max(Number.isNaN(asked) ? 1 : asked, 1), MAX_MEETINGS),
      at: url.searchParams.get('at') || '/webapp3/m/',
      name: url.searchParams.get('name') ?? '',
      pin: url.searchParams.get('pin') ?? '',
      library: url.pathname === '/library',
    });
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (csp) response.setHeader('content-security-policy', csp);
    response.end(page);
  };
}
