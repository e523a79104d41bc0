import { build } from 'wxt';
import { BUILT } from './built';

/** In one process: loading WXT and Vite again takes a third of each build. */
async function buildBoth(outDir: string, hosts: string): Promise<void> {
  process.env.EXTERNAL_CHAT_MATCHES = hosts;
  for (const browser of ['chrome', 'firefox']) await build({ browser, outDir });
  process.env.EXTERNAL_CHAT_MATCHES = '';
}

export const buildExtension = (): Promise<void> => buildBoth('.output', '');

/** Builds it as an organization does for its own hosts. */
export const buildFixedHosts = (): Promise<void> => buildBoth(BUILT.fixedHosts, 'http://localhost/*');
