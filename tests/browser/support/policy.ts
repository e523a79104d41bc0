import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idOf } from '../../../browser/build/organization';
import type { BrowserUnderTest, LaunchOptions } from '../harness/browser';
import { CHROMIUM } from '../harness/chromium/process';
import { findExecutable } from '../harness/executable';
import { BUILDS } from './fixture';

/** A copy of the build for which an administrator has set something, and what the browser is started with. */
export type Managed = Required<Pick<LaunchOptions, 'extensionDir' | 'env'>> & {
  /** Sets another policy. Chromium hears of it at once, Firefox when it is started again. */
  change(policy: object): void;
  /** Takes the policy back, and the copy. */
  forget(): void;
};

/** Debian's place, and Chromium's own; it knows no other, whatever its profile. */
const CHROMIUM_SETTINGS = '/etc/chromium';

/** Lays a folder over Chromium's place for one process and its children: the machine keeps nothing of it. */
const COVERED = ['--user', '--map-root-user', '--mount', 'sh', '-c'];
const cover = (then: string) => `mount --bind "$0" ${CHROMIUM_SETTINGS} && ${then}`;

/**
 * Why nothing can be set for a browser here; `undefined` if it can. On CI it has to: no test may be left
 * out there.
 */
export function whyNoPolicy(name: BrowserUnderTest['name']): string | undefined {
  if (name === 'firefox' || process.env.CI) return undefined;
  const { status, stderr, error } = spawnSync('unshare', [...COVERED, cover('true'), tmpdir()]);
  if (status === 0) return undefined;
  return `nothing can be laid over ${CHROMIUM_SETTINGS}: ${error?.message ?? String(stderr).trim()}`;
}

/**
 * Sets a policy for a copy of the build that has an id of its own, and for the browser that is started for
 * it alone.
 */
export function managedBuild(name: BrowserUnderTest['name'], policy: object, manifest: object = {}): Managed {
  const folder = mkdtempSync(join(tmpdir(), 'managed-'));
  const extensionDir = join(folder, 'extension');
  cpSync(BUILDS[name], extensionDir, { recursive: true });
  const file = join(extensionDir, 'manifest.json');
  const built: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
  const set = name === 'chromium' ? setForChromium(folder) : setForFirefox(built, folder);
  writeFileSync(file, JSON.stringify({ ...built, ...set.manifest, ...manifest }));
  const change = (changed: object) => writeFileSync(set.policyFile, JSON.stringify(set.policy(changed)));
  change(policy);
  const forget = () => rmSync(folder, { recursive: true, force: true });
  return { extensionDir, env: set.env, change, forget };
}

type Set = {
  manifest: object;
  policyFile: string;
  /** What is written there. */
  policy(given: object): object;
  env: Record<string, string>;
};

/** Chromium makes the id out of the manifest's key. https://chromeenterprise.google/policies/ `3rdparty` */
function setForChromium(folder: string): Set {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const id = idOf(key);
  const settings = join(folder, 'settings');
  const policies = join(settings, 'policies/managed');
  mkdirSync(policies, { recursive: true });
  const program = join(folder, 'chromium');
  const words = [...COVERED, cover('exec "$@"'), settings, findExecutable(CHROMIUM)];
  // It has other namespaces already, and is root in them: its sandbox would not start.
  const start = `exec unshare ${words.map((word) => `'${word}'`).join(' ')} --no-sandbox "$@"`;
  writeFileSync(program, `#!/bin/sh\n${start}\n`, { mode: 0o755 });
  return {
    manifest: { key: key.toString('base64') },
    policyFile: join(policies, 'policy.json'),
    policy: (given) => ({ '3rdparty': { extensions: { [id]: given } } }),
    env: { [CHROMIUM.variable]: program },
  };
}

/**
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests#managed_storage_manifests
 */
function setForFirefox(manifest: Record<string, unknown>, home: string): Set {
  const settings = Object(manifest.browser_specific_settings);
  const id = `managed-${randomUUID()}@external-chat.example`;
  const manifests = join(home, '.mozilla/managed-storage');
  mkdirSync(manifests, { recursive: true });
  const gecko = { ...settings.gecko, id };
  return {
    manifest: { browser_specific_settings: { ...settings, gecko } },
    policyFile: join(manifests, `${id}.json`),
    policy: (data) => ({ name: id, description: 'Policy', type: 'storage', data }),
    env: { HOME: home },
  };
}
