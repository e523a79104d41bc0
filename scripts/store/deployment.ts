import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCertificate } from '@vitejs/plugin-basic-ssl';
import { ConferencingNode } from '../../meeting/node/conferencing-node';
import { embeddingSite } from '../../meeting/server/embedding-site';
import { meetingSite } from '../../meeting/server/meeting-site';

export const PORTAL = 'portal.example.com';
export const MEET = 'meet.example.com';

/**
 * The demo meeting under the names that an organization would give it, over TLS, for pictures: with a
 * certificate that nobody vouches for, and for a browser that is told to find these hosts at `port`.
 */
export async function startDeployment(ringMs: number) {
  const node = new ConferencingNode({ ringMs });
  const portal = embeddingSite(`https://${MEET}`);
  const meet = meetingSite(node, '.output/meeting', { brandingDir: 'webapp3/branding' });
  const certificate = await getCertificate('node_modules/.vite/basic-ssl');
  const server = createServer({ cert: certificate, key: certificate }, (request, response) => {
    const site = request.headers.host === PORTAL ? portal : meet;
    site(request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    node,
    hosts: { [PORTAL]: port, [MEET]: port },
    close: () => {
      node.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
