import { readFile, realpath } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, isAbsolute, join, relative } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Finds a file under a folder; `undefined` if there is none or if the path leads out of the folder, be it by
 * `..`, by an encoded `..`, by an absolute path or by a symbolic link.
 *
 * @param path the part of the URL's path after the folder's own, still encoded
 */
async function findFile(folder: string, path: string): Promise<string | undefined> {
  try {
    const decoded = decodeURIComponent(path);
    if (decoded.includes('\0')) return undefined;
    const root = await realpath(folder);
    const file = await realpath(join(root, decoded));
    const inside = relative(root, file);
    return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : file;
  } catch {
    // No such file, or a path that is not even well-formed: the same 404 for both.
    return undefined;
  }
}

/** What a build has named after its content: that name never gets another. */
const NAMED_AFTER_CONTENT = /(?:^|\/)assets\/[^/]+-[\w-]{8}\.(?:css|js)$/;

/**
 * Sends a file of a folder, or 404. Without CORS headers: a deployment that serves a branding sends none
 * either. Browsers keep what is named after its content.
 */
export async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const file = await findFile(folder, path);
  const content = file && (await readFile(file).catch(() => undefined));
  if (!file || content === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const caching = NAMED_AFTER_CONTENT.test(path) ? 'max-age=31536000, immutable' : 'no-store';
  response.writeHead(200, { 'content-type': type, 'cache-control': caching }).end(content);
}
