import { createHash, createPublicKey } from 'node:crypto';
import { readMatches } from './match-pattern';

/** The id of the published add-on for Firefox. A build of an organization's own needs one of its own. */
const FIREFOX_ID = 'external-chat@external-chat.example';

/** How Firefox writes ids: https://searchfox.org/mozilla-central/source/toolkit/mozapps/extensions */
const ADD_ON_ID = /^(\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}|[a-z0-9._-]*@[a-z0-9._-]+)$/i;

/** What an organization sets for a build of its own. */
interface Organization {
  /** Match patterns of sites where the extension runs without a click on its icon. */
  matches: readonly string[];
  /** Public key that gives the extension its id in Chrome and Edge. */
  key?: { text: string; id: string };
  firefoxId: string;
  /** Folder with the update manifests. */
  updates?: string;
}

/**
 * Reads what an organization has set in the environment.
 * @throws Error that names the variable and what to set instead
 */
export function readOrganization(env: Readonly<Record<string, string | undefined>>): Organization {
  const { EXTERNAL_CHAT_KEY, EXTERNAL_CHAT_FIREFOX_ID, EXTERNAL_CHAT_UPDATES } = env;
  return {
    matches: readMatches(env.EXTERNAL_CHAT_MATCHES ?? ''),
    ...(EXTERNAL_CHAT_KEY && { key: readKey(EXTERNAL_CHAT_KEY) }),
    firefoxId: readFirefoxId(EXTERNAL_CHAT_FIREFOX_ID || FIREFOX_ID),
    ...(EXTERNAL_CHAT_UPDATES && { updates: readUpdates(EXTERNAL_CHAT_UPDATES) }),
  };
}

/** Reads a key as PEM, private or public, or as a manifest has it. The private part goes nowhere. */
function readKey(given: string): { text: string; id: string } {
  let key: Buffer;
  try {
    const isPem = given.includes('-----BEGIN');
    const input = isPem
      ? given
      : ({ key: Buffer.from(given, 'base64'), format: 'der', type: 'spki' } as const);
    key = createPublicKey(input).export({ type: 'spki', format: 'der' });
  } catch (cause) {
    const how = 'Set it to the contents of key.pem: EXTERNAL_CHAT_KEY="$(cat key.pem)"';
    throw new Error(`EXTERNAL_CHAT_KEY isn’t an RSA key. ${how}`, { cause });
  }
  return { text: key.toString('base64'), id: idOf(key) };
}

/**
 * Returns the id that Chromium gives an extension: half a digest of its key, written with a to p. An unpacked
 * extension without a key has its path in place of that.
 * @see https://developer.chrome.com/docs/extensions/reference/manifest/key
 */
export function idOf(source: Buffer | string): string {
  const digits = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function readFirefoxId(given: string): string {
  if (ADD_ON_ID.test(given)) return given;
  throw new Error(
    `EXTERNAL_CHAT_FIREFOX_ID="${given}" isn’t an add-on id. Use one such as external-chat@example.com`,
  );
}

/** Browsers take updates over https only. */
function readUpdates(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost');
  if (url && isSafe && !url.search && !url.hash) return url.href.replace(/\/?$/, '/');
  throw new Error(
    `EXTERNAL_CHAT_UPDATES="${given}" isn’t the URL of a folder. Use one such as https://extensions.example.com/chat/`,
  );
}
