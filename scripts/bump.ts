import { packageVersion, readOptions, runNpm, settings } from './command';

/** Raises the version in package.json and package-lock.json; git is left alone: no commit, no tag. */
readOptions(
  {},
  'npm run bump raises the version. BUMP=major, minor, patch or none says how; without it, minor.',
);
const { bump } = settings();
if (bump !== 'none') runNpm(['version', bump, '--no-git-tag-version'], 'The version is not raised.');
process.stdout.write(`version ${packageVersion()}${bump === 'none' ? '' : ` (${bump} bump)`}\n`);
