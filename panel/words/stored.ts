import { words } from '../../locales/words';

/** What is wrong with something that was stored, or that an administrator has set. */
export const STORED_WORDS = words('stored', {
  notOurs: 'is not of this extension’s making',
  noVersion: 'has no version',
  newer: 'is of the newer version {version}',
  tooOld: 'is of version {version}, which is no longer understood',
  notMigrated: 'could not be brought from version {version} on: {why}',
  noPreset: 'is no preset',
  unknownVersion: 'is of the unknown version {version}',
  policy: {
    allow: 'allow must be a list of patterns, such as ["*@example.com", "+47*"]. Nothing can be dialled.',
    presets: 'presets must be a list.',
    preset: 'presets, entry {entry}: {why}.',
    setting: 'settings.{name} {why}.',
  },
});
