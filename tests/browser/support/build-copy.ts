import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserUnderTest, browsers } from '../harness/browser';
import { BUILDS, createFixture, type Fixture } from './fixture';

/**
 * A copy of the built extension in a folder of its own, for a test to change before it updates a browser to
 * it.
 */
export interface BuildCopy {
  folder: string;
  /** Gives it a higher version. */
  raiseVersion(): void;
  /** Changes the code of a file. @throws Error if `from` is not in it: the build has changed. */
  replace(file: string, from: string | RegExp, to: string): void;
  remove(): void;
}

/** Copies what `npm run build:extension` has left for a browser. */
export function copyOfBuild(browser: BrowserUnderTest['name']): BuildCopy {
  const folder = mkdtempSync(join(tmpdir(), 'extension-'));
  cpSync(BUILDS[browser], folder, { recursive: true });
  let version = 1000;
  const replace: BuildCopy['replace'] = (file, from, to) => {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} has no ${from}.`);
    writeFileSync(path, after);
  };
  return {
    folder,
    raiseVersion: () => {
      version += 1;
      replace('manifest.json', /"version":\s*"[^"]+"/, `"version":"${version}.0.0"`);
    },
    replace,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A fixture whose extension is such a copy. */
export interface UpdatableFixture extends Fixture {
  build: BuildCopy;
}

export async function createUpdatableFixture(
  candidate: (typeof browsers)[number],
): Promise<UpdatableFixture> {
  const build = copyOfBuild(candidate.name);
  const fixture = await createFixture(candidate, { extensionDir: build.folder }).catch((error: unknown) => {
    build.remove();
    throw error;
  });
  return {
    ...fixture,
    build,
    close: async () => {
      await fixture.close();
      build.remove();
    },
  };
}
