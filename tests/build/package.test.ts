import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../../branding/packer/zip/write';
import { readFolder } from '../../scripts/files';
import { BUILT, built } from '../prebuild/built';
import { SCENARIOS, type Scenario, zipOf } from '../unit/branding/packer/support/brandings';
import { type Checkout, checkOut } from './support/checkout';

/**
 * Everything that an administrator runs, in a checkout of its own, as it is typed: after the `make package`
 * that `build:test` ran.
 */
let checkout: Checkout;
beforeAll(() => {
  const left = built(`${BUILT.package}/left`);
  checkout = checkOut();
  cpSync(left, checkout.folder, { recursive: true });
});
afterAll(() => checkout?.remove());

const at = (name: string) => join(checkout.folder, name);
const run = (command: string, ...args: string[]): SpawnSyncReturns<string> =>
  spawnSync(command, args, { cwd: checkout.folder, encoding: 'utf8', env: checkout.env });
const versionOf = (): string => JSON.parse(readFileSync(at('package.json'), 'utf8')).version;
const zips = () => readdirSync(checkout.folder).filter((name) => name.endsWith('.zip'));

describe('npm run classic', () => {
  it('packs Webapp2 plugins alone and into a branding package, and says what becomes of each', () => {
    const stdout = readFileSync(`${BUILT.package}/classic/stdout.txt`, 'utf8');
    expect(stdout.match(/\(recording-plugin-1\.0\) will run$/gm)).toHaveLength(2);
    const packed = readdirSync(`${BUILT.package}/classic`).filter((name) => name.endsWith('.zip'));
    const version = versionOf();
    const branding = `external-chat-v${version}-with-classic-plugins.zip`;
    expect(packed.toSorted()).toEqual([`classic-plugins-v${version}.zip`, branding]);
    for (const name of packed) {
      const files = Object.keys(unzipSync(readFileSync(`${BUILT.package}/classic/${name}`)));
      expect(files.some((file) => file.endsWith('classic-plugins/host.js'))).toBe(true);
      expect(files.some((file) => file.includes('plugins/external-chat/'))).toBe(name === branding);
    }
  });
});

describe('make package', () => {
  it('leaves the bytes of any other build, with all of webapp3/, and bumps nothing with BUMP=none', () => {
    const version: string = JSON.parse(readFileSync('package.json', 'utf8')).version;
    const name = `external-chat-v${version}.zip`;
    expect(readFileSync(`${BUILT.package}/stdout.txt`, 'utf8')).toContain(`${name}: 5 files`);
    expect(versionOf()).toBe(version);
    expect(readFileSync(at('external-chat-v0.0.1.zip'), 'utf8')).toBe('older');
    const bytes = readFileSync(at(name));
    // The other build is the one that all other tests read, of the same sources in another folder.
    const other = [...readFolder(built(BUILT.branding))].map(
      ([path, content]) => [`webapp3/${path}`, content] as const,
    );
    expect(Buffer.compare(bytes, writeZip(new Map(other)))).toBe(0);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual([
      'webapp3/branding/manifest.json',
      'webapp3/branding/plugins/external-chat/LICENSE.txt',
      'webapp3/branding/plugins/external-chat/THIRD-PARTY-NOTICES.txt',
      'webapp3/branding/plugins/external-chat/external-chat.js',
      'webapp3/branding/plugins/external-chat/index.html',
    ]);
    for (const [path, content] of Object.entries(files))
      expect(Buffer.from(content)).toEqual(readFileSync(at(path)));
    const verified = run('npm', 'run', '--silent', 'verify', '--', name);
    expect(verified.stdout).toMatch(/^ok {5} +external-chat-v[\d.]+\.zip {2}Web App 3: external-chat\n$/);
    expect(verified.status).toBe(0);
  });

  it('is what make without a target makes', () => {
    // Without making it again.
    const [goal, none] = [run('make', '-n', 'package', 'BUMP=none'), run('make', '-n', 'BUMP=none')];
    expect(goal.stdout).toMatch(/npm run --silent bump\n.*build\n.*deploy\n.*bundle\n/);
    expect(none.stdout).toBe(goal.stdout);
  });

  it('has the relay with RELAY=1', () => {
    expect(run('env', 'RELAY=1', 'npm', 'run', '--silent', 'deploy').status).toBe(0);
    expect(run('npm', 'run', '--silent', 'bundle').status).toBe(0);
    const files = unzipSync(readFileSync(at(`external-chat-v${versionOf()}.zip`)));
    expect(Object.keys(files)).toContain('webapp3/branding/plugins/external-chat/relay.js');
    const manifest = JSON.parse(new TextDecoder().decode(files['webapp3/branding/manifest.json']));
    expect(manifest.plugins).toEqual([
      {
        id: 'external-chat',
        src: './plugins/external-chat/index.html?relay=1',
        sandboxValues: ['allow-same-origin'],
      },
    ]);
    expect(run('npm', 'run', '--silent', 'deploy').status).toBe(0);
    expect(existsSync(at('webapp3/branding/plugins/external-chat/relay.js'))).toBe(false);
  });
});

describe('make merge', () => {
  const branding = SCENARIOS[3] as Scenario;

  it('writes beside the branding, and says where and what', () => {
    writeFileSync(at('their branding.zip'), zipOf(branding));
    const { status, stdout, stderr } = run('make', 'merge', 'BRANDING=their branding.zip');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain(`replaced external-chat 0.0.9 by ${versionOf()}`);
    expect(stdout).toContain(`Written: ${at('their branding-with-external-chat.zip')}`);
    expect(Buffer.compare(readFileSync(at('their branding.zip')), zipOf(branding))).toBe(0);
    const verified = run('npm', 'run', '--silent', 'verify', '--', 'their branding-with-external-chat.zip');
    expect(verified.stdout).toMatch(/^ok /m);
    expect(verified.status).toBe(0);
  });

  it('works without make, from any folder', () => {
    const { status, stdout } = spawnSync('npm', ['run', '--silent', 'merge', '--', '../their branding.zip'], {
      cwd: at('docs'),
      encoding: 'utf8',
      env: checkout.env,
    });
    expect(status).toBe(0);
    expect(stdout).toContain(at('their branding-with-external-chat.zip'));
  });

  it.each([
    ['what isn’t a branding package', 'package.json', 1, 'This isn’t a ZIP file'],
    ['what is not there', 'gone.zip', 1, 'There is no file gone.zip.'],
    ['nothing', '', 2, 'make merge BRANDING='],
  ])('refuses %s and writes nothing', (_, given, exitCode, words) => {
    const before = zips();
    const { status, stderr } = run('npm', 'run', '--silent', 'merge', '--', ...(given ? [given] : []));
    expect(stderr).toContain(words);
    expect(status).toBe(exitCode);
    expect(zips()).toEqual(before);
  });
});

describe('npm run verify', () => {
  it('names every package, and ends with 1 if one has an error', () => {
    const { status, stdout } = run(
      'npm',
      'run',
      '--silent',
      'verify',
      '--',
      'their branding.zip',
      'external-chat-v0.0.1.zip',
    );
    expect(stdout).toMatch(/^error {4}external-chat-v0\.0\.1\.zip {2}This isn’t a ZIP file/m);
    expect(status).toBe(1);
  });
});

// Last, since the version is another one afterwards.
describe('make bump', () => {
  it('raises the minor version in both files, and leaves git alone', () => {
    const [major, minor] = versionOf().split('.').map(Number);
    const raised = `${major}.${Number(minor) + 1}.0`;
    const { status, stdout } = run('make', 'bump');
    expect(status).toBe(0);
    expect(stdout).toContain(`version ${raised} (minor bump)`);
    expect(versionOf()).toBe(raised);
    expect(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages[''].version).toBe(raised);
    expect(run('git', 'tag').stdout).toBe('');
    expect(run('git', 'rev-list', '--count', 'HEAD').stdout.trim()).toBe('1');
  });

  it('is followed by a build, or there is no bundle', () => {
    const { status, stderr } = run('npm', 'run', '--silent', 'deploy');
    expect(stderr).toContain('Run "npm run build:plugin"');
    expect(status).toBe(1);
  });

  it.each([
    ['BUMP=huge', 'none, patch, minor, major'],
    ['RELAY=yes', 'Use 0 or 1'],
  ])('refuses %s in words, and bumps nothing', (setting, words) => {
    const before = versionOf();
    const { status, stderr } = run('make', 'bump', setting);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
    expect(versionOf()).toBe(before);
  });

  it('goes with what is left by make clean', () => {
    expect(run('make', 'clean').status).toBe(0);
    expect(existsSync(at('webapp3'))).toBe(false);
    expect(existsSync(at('.output/external-chat'))).toBe(false);
    expect(run('npm', 'run', '--silent', 'bundle').stderr).toContain('Run "npm run build:plugin"');
  });
});
