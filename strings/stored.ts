import { strings } from '../locales/strings';

/** What is wrong with something that was stored. */
export const STORED_STRINGS = strings('stored', {
  notOurs: 'is not of this extension’s making',
  noVersion: 'has no version',
  newer: 'is of the newer version {version}',
  tooOld: 'is of version {version}, which is no longer understood',
  notMigrated: 'could not be brought from version {version} on: {why}',
  noPreset: 'is no preset',
  unknownVersion: 'is of the unknown version {version}',
});
