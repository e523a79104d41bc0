import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of the test's own on an origin of its own. */
export interface ServedPage {
  url: string;
  close(): void;
}

/**
 * Serves one HTML document on every path of a port, by default a free one. Headers may change between
 * requests.
 */
export async function servePage(
  html: string,
  headers: Record<string, string> = {},
  at = 0,
): Promise<ServedPage> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(at, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Serves an SVG document with a meeting in it: a page that can show no panel of ours. */
export const serveSvg = (meeting: string): Promise<ServedPage> =>
  servePage(
    `<svg xmlns="http://www.w3.org/2000/svg" width="880" height="600"><foreignObject width="880" height="600">
      <iframe xmlns="http://www.w3.org/1999/xhtml" id="m" src="${meeting}" width="860" height="580"/>
    </foreignObject></svg>`,
    { 'content-type': 'image/svg+xml' },
  );
