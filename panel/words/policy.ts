import { words } from '../../locales/words';

/** What is wrong with something that an administrator has set. */
export const POLICY_WORDS = words('policy', {
  allow: 'allow must be a list of patterns, such as ["*@example.com", "+47*"]. Nothing can be dialled.',
  presets: 'presets must be a list.',
  preset: 'presets, entry {entry}: {why}.',
  setting: 'settings.{name} {why}.',
});
