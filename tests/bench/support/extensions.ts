import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserUnderTest } from '../../browser/harness/browser';
import { BUILDS } from '../../browser/support/fixture';

/** Extensions made for one benchmark, and removed with it. */
export interface Workshop {
  /** The built extension with another manifest, and files added. */
  changed(name: string, change: (manifest: Manifest) => Manifest, files?: Files): string;
  /** An extension of these files alone. */
  made(name: string, manifest: Manifest, files: Files): string;
  clear(): void;
}

type Manifest = Record<string, unknown>;
type Files = Readonly<Record<string, string>>;

export function openWorkshop(browser: BrowserUnderTest['name']): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'bench-extensions-'));
  const write = (name: string, manifest: Manifest, files: Files) => {
    const all = { ...files, 'manifest.json': JSON.stringify(manifest) };
    mkdirSync(join(folder, name), { recursive: true });
    for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, name, file), text);
    return join(folder, name);
  };
  return {
    changed(name, change, files = {}) {
      cpSync(BUILDS[browser], join(folder, name), { recursive: true });
      const manifest = JSON.parse(readFileSync(join(BUILDS[browser], 'manifest.json'), 'utf8')) as Manifest;
      return write(name, change({ ...manifest, ...ownId(browser, name) }), files);
    },
    made: (name, manifest, files) =>
      write(name, { manifest_version: 3, name, version: '1', ...ownId(browser, name), ...manifest }, files),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Firefox knows extensions by this id, and takes a second one of the same id for an update. */
const ownId = (browser: BrowserUnderTest['name'], name: string): Manifest =>
  browser === 'firefox'
    ? {
        browser_specific_settings: {
          gecko: { id: `${name}@benchmark.example`, strict_min_version: '142.0' },
        },
      }
    : {};
