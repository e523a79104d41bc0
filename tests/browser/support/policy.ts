import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserUnderTest, LaunchOptions } from '../harness/browser';
import { BUILDS } from './stage';

/** A copy of the build for which an administrator has set something, and what the browser is started with. */
export type Managed = Required<Pick<LaunchOptions, 'extensionDir' | 'env'>> & {
  /** Takes the policy back, and the copy. */
  forget(): void;
};

/** Debian's place; Chromium knows no other, whatever its profile. */
const CHROMIUM_POLICIES = '/etc/chromium/policies/managed';

/** Why nothing can be set for a browser here; `undefined` if it can. */
export function whyNoPolicy(name: BrowserUnderTest['name']): string | undefined {
  if (name === 'firefox') return undefined;
  try {
    mkdirSync(CHROMIUM_POLICIES, { recursive: true });
    accessSync(CHROMIUM_POLICIES, constants.W_OK);
    return undefined;
  } catch {
    return `${CHROMIUM_POLICIES} cannot be written by this user`;
  }
}

/**
 * Sets a policy for a copy of the build that has an id of its own: no other browser that runs on this machine at the
 * same time has an extension of that id.
 */
export function managedBuild(name: BrowserUnderTest['name'], policy: object): Managed {
  const folder = mkdtempSync(join(tmpdir(), 'managed-'));
  const extensionDir = join(folder, 'extension');
  cpSync(BUILDS[name], extensionDir, { recursive: true });
  const file = join(extensionDir, 'manifest.json');
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  const set =
    name === 'chromium' ? setForChromium(manifest, policy) : setForFirefox(manifest, policy, folder);
  writeFileSync(file, JSON.stringify({ ...manifest, ...set.manifest }));
  const forget = () => {
    for (const path of [folder, set.policyFile]) rmSync(path, { recursive: true, force: true });
  };
  return { extensionDir, env: set.env, forget };
}

type Set = { manifest: object; policyFile: string; env: Record<string, string> };

/** Chromium makes the id out of the manifest's key. https://chromeenterprise.google/policies/ `3rdparty` */
function setForChromium(_manifest: unknown, policy: object): Set {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const digits = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const id = [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const policyFile = join(CHROMIUM_POLICIES, `${id}.json`);
  writeFileSync(policyFile, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
  return { manifest: { key: key.toString('base64') }, policyFile, env: {} };
}

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests#managed_storage_manifests */
function setForFirefox(manifest: Record<string, unknown>, policy: object, home: string): Set {
  const settings = Object(manifest.browser_specific_settings);
  const id = `managed-${randomUUID()}@external-chat.example`;
  const manifests = join(home, '.mozilla/managed-storage');
  mkdirSync(manifests, { recursive: true });
  const policyFile = join(manifests, `${id}.json`);
  writeFileSync(
    policyFile,
    JSON.stringify({ name: id, description: 'Policy', type: 'storage', data: policy }),
  );
  const gecko = { ...settings.gecko, id };
  return { manifest: { browser_specific_settings: { ...settings, gecko } }, policyFile, env: { HOME: home } };
}
