import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems hand out by themselves, to servers of other tests and to every connection. */
const [FIRST, LAST] = [20_000, 32_767];

/** A TCP port of this machine that nobody listened on a moment ago, and that nobody is given by chance. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let left = 100; left > 0; left--) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1));
    const server = createServer().listen(port, host);
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
  throw new Error('No free TCP port.');
}
