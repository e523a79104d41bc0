import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/** What the benchmark's pages are served from, under two sites: a page, and a meeting in it. */
export interface Site {
  /** `http://localhost:<port>` */
  page: string;
  /** `http://127.0.0.1:<port>`: another site, so another process in browsers that isolate sites. */
  meeting: string;
  close(): void;
}

/** Serves texts by path; what has no ending is HTML, and so is every path below it. */
export async function serveSite(make: (site: Site) => Readonly<Record<string, string>>): Promise<Site> {
  let files: Readonly<Record<string, string>> = {};
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const name = Object.hasOwn(files, path)
      ? path
      : Object.keys(files).find((each) => extname(each) === '' && path.startsWith(`${each}/`));
    if (name === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': `${TYPES[extname(name)] ?? 'text/html'}; charset=utf-8`,
      'cache-control': 'no-store',
    });
    response.end(files[name]);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const site: Site = {
    page: `http://localhost:${port}`,
    meeting: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  files = make(site);
  return site;
}
