/**
 * The plugin's dev server.
 *
 *   browser ──▶ https://localhost:5173/index.html, …js     the plugin, built again at every change
 *           ──▶ …/webapp3/…/branding/manifest.json         the deployment's, naming the plugin above
 *           ──▶ …/webapp3/…, …/api/…                       the deployment itself
 */

import { join } from 'node:path';
import basicSsl from '@vitejs/plugin-basic-ssl';
import { createServer } from 'vite';
import { proxyTo } from './deployment';
import { buildLive } from './live-build';
import { filterRequests } from './request-filter';
import type { DevSettings } from './settings';
import { brandingManifest, isPluginFile, pluginFiles } from './site';

export interface PluginServer {
  /** `https://localhost:5173`; the plugin's page is its `/index.html`. */
  origin: string;
  close(): Promise<void>;
}

/**
 * Starts the dev server on this device alone.
 * @param root the checkout whose plugin is served
 * @throws if the port is taken, or if the plugin does not build
 */
export async function startPluginServer(
  { port, infinity, relay }: DevSettings,
  root: string,
): Promise<PluginServer> {
  const folder = join(root, '.output/external-chat-dev');
  const live = await buildLive(root, folder);
  const proxy = infinity && { '/webapp3': proxyTo(infinity), '/api': proxyTo(infinity) };
  const server = await createServer({
    configFile: false,
    root: folder,
    appType: 'custom',
    clearScreen: false,
    logLevel: 'warn',
    plugins: [
      // Kept in one place, so that a browser is asked once to accept it.
      basicSsl({ certDir: join(root, 'node_modules/.cache/external-chat-dev') }),
      {
        name: 'external-chat:dev-server',
        configureServer({ middlewares }) {
          middlewares.use(
            filterRequests({
              port,
              isPublic: (path) => isPluginFile(live, path),
              isProxied: (path) => infinity !== undefined && /^\/(?:webapp3|api)(?:\/|$)/.test(path),
            }),
          );
          middlewares.use(pluginFiles(live));
          if (infinity) middlewares.use(brandingManifest(infinity, relay));
        },
      },
    ],
    server: {
      host: 'localhost',
      port,
      strictPort: true,
      // `pluginFiles` says who may read what.
      cors: false,
      hmr: false,
      ws: false,
      watch: null,
      ...(proxy && { proxy }),
    },
  });
  const close = async () => {
    await Promise.all([server.close(), live.close()]);
  };
  try {
    await server.listen();
  } catch (error) {
    await close();
    throw inWords(error, port);
  }
  return { origin: `https://localhost:${port}`, close };
}

function inWords(error: unknown, port: number): unknown {
  if (!(error instanceof Error) || !/already in use|EADDRINUSE/.test(error.message)) return error;
  return new Error(
    `Port ${port} is in use by another program. Stop it, or use another port: PORT=5174 npm start`,
    { cause: error },
  );
}
