import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { BUILT, built } from '../../prebuild/built';
import type { ServedPage } from './page';

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

/** Serves an example of `examples/` beside the built host library, as its folder is deployed. */
export async function serveExample(name: string): Promise<ServedPage> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://example.invalid');
    const file = pathname === '/' ? 'index.html' : basename(pathname);
    const path = [join('examples', name, file), join(built(BUILT.host), file)].find((each) =>
      existsSync(each),
    );
    response.writeHead(path ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
    response.end(path && readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
