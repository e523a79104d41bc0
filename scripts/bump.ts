import { execFileSync } from 'node:child_process';
import { fail, packageVersion, settings } from './command';

/** Raises the version in package.json and package-lock.json; git is left alone: no commit, no tag. */
const { bump } = settings();
if (bump !== 'none') {
  try {
    // A shell on Windows, where npm is a batch file. The argument is one of four words.
    execFileSync('npm', ['version', bump, '--no-git-tag-version'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  } catch {
    fail('npm could not raise the version; it says why above.');
  }
}
process.stdout.write(`version ${packageVersion()}${bump === 'none' ? '' : ` (${bump} bump)`}\n`);
