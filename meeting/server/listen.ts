import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A running HTTP server. */
export interface Listening {
  port: number;
  close: () => Promise<void>;
}

/** Answers one request. What it throws becomes a 500 and is told on stderr. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function listening(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

/**
 * Starts a server; port 0 takes any free one.
 *
 * @throws what `listen` throws, `EADDRINUSE` for a port that is taken
 */
export async function listen(handler: Handler, port: number, host: string): Promise<Listening> {
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => {
      console.error('meeting:', error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('Internal error');
    });
  });
  const actualPort = await listening(server, port, host);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      // Event streams never end by themselves.
      server.closeAllConnections();
    });
  return { port: actualPort, close };
}
