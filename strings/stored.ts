import { strings } from '../locales/strings';

/** What is wrong with something that was stored. */
export const STORED_STRINGS = strings('stored', {
  notOurs: 'wasn’t created by this extension',
  noVersion: 'has no version',
  newer: 'is from a newer version ({version})',
  tooOld: 'is from version {version}, which is no longer supported',
  notMigrated: 'couldn’t be upgraded from version {version}: {why}',
  noPreset: 'isn’t a preset',
  unknownVersion: 'is from an unknown version ({version})',
});
