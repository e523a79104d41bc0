import { fileURLToPath } from 'node:url';
import { ConferencingNode, type NodeOptions } from './node/conferencing-node';
import { embeddingSite } from './server/embedding-site';
import { listen } from './server/listen';
import { meetingSite } from './server/meeting-site';
import type { Behavior } from './webapp3/config/behavior';

const BUILT_APPS = fileURLToPath(new URL('../.output/meeting', import.meta.url));
const DEFAULT_ALIAS = 'qa.meeting';
const DEFAULT_PLACE = '/webapp3/m/';

/** How a meeting in a box is started. */
export interface MeetingOptions extends NodeOptions {
  /** The folder with `manifest.json` and `plugins/`, served as `branding/` below every Web App Path. */
  brandingDir: string;
  /** 0 or absent: any free port. */
  embeddingPort?: number;
  meetingPort?: number;
  /** Network interface to listen on; this device only, unless said otherwise. */
  host?: string;
  /** Where `npm run build` put Web App 3. */
  webroot?: string;
  /** A Content-Security-Policy for the embedding page. */
  csp?: string;
  /** A Content-Security-Policy for Web App 3's page. */
  meetingCsp?: string;
  /** Which Web App 3 is played; the query of its address goes before this. */
  behavior?: Partial<Behavior>;
  /** Serves the branding with CORS headers. Whether real nodes do is not known. */
  brandingCors?: boolean;
}

/** A running demo meeting. */
export interface DemoMeeting {
  /** The embedding page; another origin, by host name and port, than Web App 3. */
  embeddingUrl(
    alias?: string,
    options?: { pages?: number; displayName?: string; pin?: string; at?: string },
  ): string;
  /** The embedding page with the built host library; the other one has no host code. */
  libraryUrl(alias?: string): string;
  /** Web App 3 opened directly. `at` is what stands before the alias, such as `/sales/m/`. */
  directUrl(alias?: string, at?: string): string;
  /** The simulated conferencing node: inspect its state, or act as other participants. */
  node: ConferencingNode;
  close(): Promise<void>;
}

/**
 * Starts a conferencing node with Web App 3, and a page of another origin that embeds it.
 *
 * @throws if Web App 3 has not been built, or if a port is taken
 */
export async function startMeeting(options: MeetingOptions): Promise<DemoMeeting> {
  const {
    brandingDir,
    embeddingPort = 0,
    meetingPort = 0,
    host = '127.0.0.1',
    webroot = BUILT_APPS,
  } = options;
  const node = new ConferencingNode(options);
  const meeting = await listen(
    meetingSite(node, webroot, { ...options, brandingDir, csp: options.meetingCsp }),
    meetingPort,
    host,
  );
  const meetingOrigin = `http://127.0.0.1:${meeting.port}`;
  const embedding = await listen(embeddingSite(meetingOrigin, options.csp), embeddingPort, host).catch(
    async (error: unknown) => {
      await meeting.close();
      throw error;
    },
  );
  return {
    embeddingUrl(alias = DEFAULT_ALIAS, { pages, displayName, pin, at } = {}) {
      const url = new URL(`http://localhost:${embedding.port}/`);
      url.searchParams.set('alias', alias);
      if (pages) url.searchParams.set('count', String(pages));
      if (displayName) url.searchParams.set('name', displayName);
      if (pin) url.searchParams.set('pin', pin);
      if (at) url.searchParams.set('at', at);
      return url.href;
    },
    libraryUrl(alias = DEFAULT_ALIAS) {
      const url = new URL(`http://localhost:${embedding.port}/library`);
      url.searchParams.set('alias', alias);
      return url.href;
    },
    directUrl: (alias = DEFAULT_ALIAS, at = DEFAULT_PLACE) =>
      `${meetingOrigin}${at}${encodeURIComponent(alias)}`,
    node,
    async close() {
      node.close();
      await Promise.all([meeting.close(), embedding.close()]);
    },
  };
}
