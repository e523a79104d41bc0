import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

/** The examples. `react` has to be built before it is served. */
export const EXAMPLES = ['plain', 'react', 'framed-chat', 'custom-element'] as const;
export type Example = (typeof EXAMPLES)[number];

const BUILT = '.output/examples/react';
const HOST = '.output/host';

/**
 * Serves an example beside the built host library, as its folder is deployed.
 * @throws Error that says what to run if a build is missing
 */
export async function serveExample(name: Example): Promise<{ url: string; close(): void }> {
  const page = name === 'react' ? BUILT : join('examples', name);
  const folders = [page, 'examples/shared', HOST].map((folder) => resolve(folder));
  for (const folder of folders) {
    if (!existsSync(folder))
      throw new Error(`${folder} is missing. Run "npx tsx scripts/example.ts ${name}".`);
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://example.invalid');
    const file = pathname === '/' ? 'index.html' : `.${pathname}`;
    const path = folders
      .filter((folder) => resolve(folder, file).startsWith(folder + sep))
      .map((folder) => resolve(folder, file))
      .find((each) => existsSync(each) && statSync(each).isFile());
    response.writeHead(path ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
    response.end(path && readFileSync(path));
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
