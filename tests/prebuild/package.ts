import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOut } from '../build/support/checkout';
import { BUILT } from './built';
import { runCommand } from './run-command';

/** Runs `make package BUMP=none` in a checkout of its own, and keeps what it printed and left there. */
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
  } finally {
    checkout.remove();
  }
}
