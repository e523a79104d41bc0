import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { checkOut } from '../build/support/checkout';
import { BUILT } from './built';
import { runCommand } from './run-command';

/**
 * Runs `npm run zip` in a checkout of its own, and builds the Firefox extension again from the source ZIP
 * alone.
 */
export async function makeZip(): Promise<void> {
  const checkout = checkOut();
  try {
    const { env } = checkout;
    await runCommand('npm', ['run', '--silent', 'zip'], { cwd: checkout.folder, env });
    rmSync(BUILT.zip, { recursive: true, force: true });
    cpSync(join(checkout.folder, '.output'), BUILT.zip, { recursive: true });
    await buildFromSources(env);
  } finally {
    checkout.remove();
  }
}

async function buildFromSources(env: NodeJS.ProcessEnv): Promise<void> {
  const name = readdirSync(BUILT.zip).find((each) => each.endsWith('-sources.zip'));
  if (!name) throw new Error('npm run zip has left no source ZIP.');
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'sources-'));
  try {
    for (const [path, content] of Object.entries(unzipSync(readFileSync(join(BUILT.zip, name))))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    // What `npm ci` would install: a test compares the lockfile in the ZIP with the one of this checkout.
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const wxt = resolve('node_modules/.bin/wxt');
    await runCommand(wxt, ['build', '--browser', 'firefox'], { cwd: folder, env });
    rmSync(BUILT.fromSources, { recursive: true, force: true });
    cpSync(join(folder, '.output/firefox-mv3'), BUILT.fromSources, { recursive: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
