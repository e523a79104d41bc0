import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { readOrganization } from '../../../browser/build/organization';
import { readFolder } from '../../../scripts/files';
import { BUILT, built } from '../../prebuild/built';
import { blocksIn } from '../../unit/repo/support/documents';
import type { BrowserUnderTest } from '../harness/browser';
import { CHROMIUM } from '../harness/chromium/process';
import { findExecutable } from '../harness/executable';
import { FIREFOX } from '../harness/firefox/process';

/** What the document has in the place of an organization's own id and folder. */
const CHROME_ID = 'abcdefghijklmnopabcdefghijklmnop';
const FOLDER_URL = 'https://extensions.example.com/chat/';

const DOCUMENT = 'docs/admin/roll-out.md';

/** Runs a program in a mount namespace of its own: the machine keeps nothing of its policies. */
const NAMESPACE = ['--user', '--map-root-user', '--mount', 'sh', '-c'];
/** Lays a folder over the one of Chromium's policies, and one beside what is in /etc. */
const MOUNTS = {
  chromium: 'mount --bind "$0" /etc/chromium',
  firefox: 'mount -t overlay overlay -o lowerdir="$0":/etc /etc',
};
const POLICY_FILES = {
  chromium: 'policies/managed/external-chat.json',
  firefox: 'firefox/policies/policies.json',
};

/** Returns why no policy can be set here, or nothing. On CI it has to be possible. */
export function whyNoRollOut(name: BrowserUnderTest['name']): string | undefined {
  if (process.env.CI) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'no-policy-'));
  const { status, stderr, error } = spawnSync('unshare', [...NAMESPACE, MOUNTS[name], folder]);
  rmSync(folder, { recursive: true, force: true });
  return status === 0 ? undefined : `no policy can be set: ${error?.message ?? String(stderr).trim()}`;
}

/** An organization's server with the extension, and a browser that is told to install it. */
export interface RollOut {
  id: string;
  /** Starts the browser with the policy. */
  env: Record<string, string>;
  /** Puts another version on the server. */
  offer(version: string): void;
  close(): void;
}

/**
 * Does for a browser what docs/admin/roll-out.md says, with the document's own files.
 * @param chat URL of the chat that the policy is to set.
 */
export async function rollOut(name: BrowserUnderTest['name'], chat: string): Promise<RollOut> {
  const folder = mkdtempSync(join(tmpdir(), 'roll-out-'));
  const served = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const file = served.get(new URL(request.url ?? '', 'http://localhost').pathname.slice(1));
    response.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const { id, manifest } = name === 'chromium' ? keyIn(folder, url) : firefoxManifest(url);
  const filled = (text: string, version: string) =>
    text
      .replaceAll(CHROME_ID, id)
      .replaceAll(FOLDER_URL, url)
      .replaceAll('https://chat.example.com/channel/', chat)
      .replaceAll('"0.1.0"', `"${version}"`);

  const extension = join(folder, 'extension');
  cpSync(built(`${BUILT.fixedHosts}/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`), extension, {
    recursive: true,
  });
  const path = join(extension, 'manifest.json');
  const source: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  const offer = (version: string) => {
    writeFileSync(path, JSON.stringify({ ...source, ...manifest, version }));
    if (name === 'chromium') {
      served.set('external-chat.crx', packCrx(folder, extension));
      served.set('updates.xml', Buffer.from(filled(blockWith('xml', 'gupdate'), version)));
    } else {
      served.set('external-chat.xpi', zipSync(Object.fromEntries(readFolder(extension)), { level: 0 }));
    }
  };
  const version = String(source.version);
  offer(version);

  const settings = join(folder, 'settings');
  const policyFile = join(settings, POLICY_FILES[name]);
  mkdirSync(join(policyFile, '..'), { recursive: true });
  writeFileSync(
    policyFile,
    filled(blockWith('json', name === 'chromium' ? 'toolbar_pin' : 'install_url'), version),
  );
  // Chromium keeps debuggers off what is installed by policy, and so the test.
  if (name === 'chromium')
    writeFileSync(join(policyFile, '../test.json'), JSON.stringify({ DeveloperToolsAvailability: 1 }));
  const close = () => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { id, env: startWith(name, folder, settings), offer, close };
}

const blockWith = (language: string, word: string): string => {
  const block = blocksIn(DOCUMENT).find((each) => each.language === language && each.code.includes(word));
  if (!block) throw new Error(`${DOCUMENT} has no ${language} with ${word}.`);
  return block.code;
};

function keyIn(folder: string, url: string): { id: string; manifest: object } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(folder, 'key.pem'), pem);
  const { key, updates } = readOrganization({ EXTERNAL_CHAT_KEY: pem, EXTERNAL_CHAT_UPDATES: url });
  return { id: key?.id ?? '', manifest: { key: key?.text, update_url: `${updates}updates.xml` } };
}

/** With the id of the document. Firefox takes updates over https only, so there is no URL for them. */
function firefoxManifest(url: string): { id: string; manifest: object } {
  const { firefoxId } = readOrganization({
    EXTERNAL_CHAT_FIREFOX_ID: 'external-chat@example.com',
    EXTERNAL_CHAT_UPDATES: url,
  });
  const gecko = {
    id: firefoxId,
    strict_min_version: '142.0',
    data_collection_permissions: { required: ['none'] },
  };
  return { id: firefoxId, manifest: { browser_specific_settings: { gecko } } };
}

/** Packs with the document's command, which signs with the key. */
function packCrx(folder: string, extension: string): Buffer {
  const { code } = blocksIn(DOCUMENT).find(({ code }) => code.includes('--pack-extension=')) ?? { code: '' };
  const [, ...given] = code.trim().split(' ');
  const switches = given.map((each) =>
    each.replace('.output/chrome-mv3', extension).replace('key.pem', join(folder, 'key.pem')),
  );
  const { status, stderr } = spawnSync(
    findExecutable(CHROMIUM),
    ['--no-sandbox', '--headless', `--user-data-dir=${join(folder, 'profile')}`, ...switches],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Chromium packed nothing: ${stderr}`);
  return readFileSync(`${extension}.crx`);
}

/** Writes a program that starts the browser with the policy. */
function startWith(name: BrowserUnderTest['name'], folder: string, settings: string): Record<string, string> {
  const wanted = name === 'chromium' ? CHROMIUM : FIREFOX;
  const program = join(folder, 'start');
  const words = [...NAMESPACE, `${MOUNTS[name]} && exec "$@"`, settings, findExecutable(wanted)];
  const command = `unshare ${words.map((word) => `'${word}'`).join(' ')}`;
  // With these switches Chromium installs nothing by policy. Its sandbox needs namespaces of its own.
  const script =
    name === 'chromium'
      ? `for word; do
  shift
  case "$word" in --disable-background-networking | --enable-automation) ;; *) set -- "$@" "$word" ;; esac
done
exec ${command} --no-sandbox "$@"`
      : `exec ${command} "$@"`;
  writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { [wanted.variable]: program };
}
