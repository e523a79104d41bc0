import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A checkout of its own for a test that builds, bumps and packs. */
export interface Checkout {
  folder: string;
  /** The environment of the test without what npm and make leave in it. */
  env: NodeJS.ProcessEnv;
  remove(): void;
}

/** Copies what git has and would have, changes not committed included, into a repository with one commit. */
export function checkOut(): Checkout {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'checkout-'));
  const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' });
  const files = git('.', 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const file of files.filter(Boolean)) {
    // A file that is deleted, yet not committed as such, is not there to be copied.
    if (!existsSync(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(file, join(folder, file));
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(
    folder,
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '-m',
    'Checkout',
  );
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|MAKE|EXTERNAL_CHAT_|VITE)/i.test(name) &&
      !/^(INIT_CWD|MFLAGS|BUMP|RELAY|HIDE|HOST_ORIGINS|BRANDING|NODE_ENV)$/i.test(name),
  );
  return {
    folder,
    env: Object.fromEntries(inherited),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
