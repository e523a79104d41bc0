import type { Result } from '../../protocol/result';

/** What `npm start` takes from the environment. */
export interface DevSettings {
  port: number;
  /** The deployment whose Web App 3 and API are served beside the plugin. */
  infinity?: URL;
  /** Load the plugin as a RELAY=1 bundle does. */
  relay: boolean;
}

const DEFAULT_PORT = 5173;

/** Reads `PORT`, `INFINITY_URL` and `RELAY`. */
export function readSettings(env: Record<string, string | undefined>): Result<DevSettings> {
  const port = env.PORT ? Number(env.PORT) : DEFAULT_PORT;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return { ok: false, error: `PORT takes a number from 1 to 65535, not "${env.PORT}".` };
  }
  if (!['', '0', '1'].includes(env.RELAY ?? '')) {
    return { ok: false, error: `RELAY=${env.RELAY} isn’t valid. Use 0 or 1.` };
  }
  const settings = { port, relay: env.RELAY === '1' };
  if (!env.INFINITY_URL) return { ok: true, value: settings };
  const infinity = originIn(env.INFINITY_URL);
  return infinity
    ? { ok: true, value: { ...settings, infinity } }
    : {
        ok: false,
        error: `INFINITY_URL: "${env.INFINITY_URL}" isn’t the URL of a deployment. Use only scheme and host, such as https://meet.example.com.`,
      };
}

function originIn(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  // `href` of a bare origin is that origin and a slash; a path, a query or a password would stand behind it.
  const bare = url.href === `${url.origin}/`;
  return bare && /^https?:$/.test(url.protocol) ? url : undefined;
}
