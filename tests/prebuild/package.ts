import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checkout, checkOut } from '../build/support/checkout';
import { BUILT } from './built';
import { runCommand } from './run-command';

/**
 * Runs `make package BUMP=none` and `npm run classic` in a checkout of its own, and keeps output and files.
 */
export async function makePackage(): Promise<void> {
  const checkout = checkOut();
  try {
    // A package of an earlier version, which has to stay.
    writeFileSync(join(checkout.folder, 'external-chat-v0.0.1.zip'), 'older');
    const { stdout } = await runCommand('make', ['package', 'BUMP=none'], {
      cwd: checkout.folder,
      env: checkout.env,
    });
    rmSync(BUILT.package, { recursive: true, force: true });
    mkdirSync(BUILT.package, { recursive: true });
    writeFileSync(join(BUILT.package, 'stdout.txt'), stdout);
    const left = readdirSync(checkout.folder).filter((name) => name.endsWith('.zip'));
    for (const name of [...left, 'package.json', 'package-lock.json', 'webapp3', '.output/external-chat'])
      cpSync(join(checkout.folder, name), join(BUILT.package, 'left', name), { recursive: true });
    await packClassic(checkout, left.find((name) => !name.includes('0.0.1')) ?? '');
  } finally {
    checkout.remove();
  }
}

/** Packs classic plugins as a branding package of their own, and into the one that was just made. */
async function packClassic({ folder, env }: Checkout, branding: string): Promise<void> {
  cpSync('tests/fixtures/classic/guides', join(folder, 'webapp2'), { recursive: true });
  const options = { cwd: folder, env };
  const printed: string[] = [];
  for (const given of [['webapp2'], ['webapp2', branding]]) {
    const { stdout } = await runCommand('npm', ['run', '--silent', 'classic', '--', ...given], options);
    printed.push(stdout);
  }
  const kept = join(BUILT.package, 'classic');
  mkdirSync(kept);
  writeFileSync(join(kept, 'stdout.txt'), printed.join('\n'));
  for (const name of readdirSync(folder).filter((each) => /classic-plugins.*\.zip$/.test(each)))
    cpSync(join(folder, name), join(kept, name));
}
