import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect } from 'vite';
import { PLUGIN_ID } from '../../protocol/plugin-id';
import { fetchJson } from './deployment';
import type { LiveBuild } from './live-build';
import { withPlugin } from './manifest';

const PAGE = 'index.html';
const LIVE = '/live-reload';

/**
 * The plugin's files, open to every origin: the plugin's own is opaque, and the page may be a deployment's.
 * What is proxied is not opened in this way: any site could read the deployment through it.
 */
export function pluginFiles(live: LiveBuild): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = pathOf(request);
    if (!isPluginFile(live, path)) return next();
    const name = nameOf(path);
    const file = live.file(name);
    response.setHeader('access-control-allow-origin', '*');
    // Asked for where a page of a public host loads something from this device.
    response.setHeader('access-control-allow-private-network', 'true');
    response.setHeader('cache-control', 'no-store');
    if (file === undefined) return stream(live, response);
    response.setHeader('content-type', `text/${name === PAGE ? 'html' : 'javascript'}; charset=utf-8`);
    response.end(name === PAGE ? withReload(file, live.id) : file);
  };
}

/** Whether the plugin's build has something at a path. */
export const isPluginFile = (live: LiveBuild, path: string): boolean =>
  path === LIVE || live.file(nameOf(path)) !== undefined;

const nameOf = (path: string) => (path === '/' ? PAGE : path.slice(1));

/** Reloads the frame once it hears of another build than its own. */
const withReload = (page: string, build: string) =>
  page.replace(
    '</head>',
    `  <script>new EventSource('.${LIVE}').onmessage = ({ data }) => { if (data !== '${build}') location.reload(); };</script>\n  </head>`,
  );

function stream(live: LiveBuild, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const tell = () => response.write(`retry: 1000\ndata: ${live.id}\n\n`);
  tell();
  response.on('close', live.onBuild(tell));
}

/** Answers the manifest that Web App 3 asks for: the deployment's own, which names the local plugin. */
export function brandingManifest(infinity: URL, relay: boolean): Connect.NextHandleFunction {
  return async (request, response, next) => {
    const path = pathOf(request);
    if (!/^\/webapp3\/(.*\/)?branding\/manifest\.json$/.test(path)) return next();
    const entry = {
      id: PLUGIN_ID,
      src: `https://${request.headers.host ?? request.headers[':authority']}/index.html${relay ? '?relay=1' : ''}`,
      sandboxValues: relay ? ['allow-same-origin'] : [],
    };
    try {
      const manifest = await fetchJson(new URL(path, infinity), request.headers);
      response.setHeader('content-type', 'application/json');
      response.setHeader('cache-control', 'no-store');
      response.end(JSON.stringify(withPlugin(manifest, entry), null, 2));
    } catch (error) {
      const problem = `INFINITY_URL: ${infinity.origin} does not respond (${String(error)}).`;
      console.error(problem);
      response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end(problem);
    }
  };
}

const pathOf = (request: IncomingMessage) => (request.url ?? '/').split(/[?#]/)[0] ?? '/';
