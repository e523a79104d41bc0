import type { Connect } from 'vite';

/** Which requests from outside the developer's own pages the dev server answers. */
interface FilterOptions {
  port: number;
  /** Whether a path is one of the plugin's own files, which every origin may read. */
  isPublic(path: string): boolean;
  /** Whether a path belongs to the deployment behind the proxy. */
  isProxied(path: string): boolean;
}

/**
 * Comes before everything else, also before the addresses of Vite: one of those opens a file in the
 * developer's editor for any page that asks.
 *
 * The name in `Host` has to be this server's, so that no site reaches it under a name of its own (DNS
 * rebinding). What goes on to the deployment may come from this server's pages only: the proxy gives those
 * requests the deployment's own origin, which would get any site past its checks.
 */
export function filterRequests({ port, isPublic, isProxied }: FilterOptions): Connect.NextHandleFunction {
  const own = `localhost:${port}`;
  return (request, response, next) => {
    const refuse = (status: number, words: string) =>
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(words);
    const host = request.headers.host ?? request.headers[':authority'];
    if (host !== own) return refuse(421, `This server answers only as ${own}. Open https://${own}.`);
    const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
    if (isPublic(path)) return next();
    const { origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers;
    const isForeign = origin !== undefined && origin !== `https://${own}`;
    // A browser names no origin for a picture or a script; a page that is opened or embedded may be foreign.
    const isForeignLoad =
      site !== undefined && !['same-origin', 'none'].includes(`${site}`) && mode !== 'navigate';
    if (isForeign || isForeignLoad)
      return refuse(
        403,
        `Only pages of https://${own} can send requests to the deployment through this server.`,
      );
    if (isProxied(path)) return next();
    return refuse(
      404,
      `${path} isn’t a file of the plugin. To get Web App 3 from a deployment, start with INFINITY_URL=https://meet.example.com.`,
    );
  };
}
