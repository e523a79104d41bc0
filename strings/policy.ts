import { strings } from '../locales/strings';

/** What is wrong with something that an administrator has set. */
export const POLICY_STRINGS = strings('policy', {
  allow:
    'allow must be a list of patterns, such as ["*@example.com", "+47*"]. Until this is fixed, nothing can be dialed.',
  allowMissing:
    'locks includes allow, but there is no valid allow list. Until this is fixed, nothing can be dialed.',
  pattern:
    'allow, entry {entry}: “{pattern}” matches no destination. Use a pattern such as *@example.com, +47* or rtmp://live.example.com/*.',
  presets: 'presets must be a list.',
  preset: 'presets, entry {entry}: {why}',
  chat: 'chat.chats, entry {entry}: {why}',
  sites: 'sites must be a list.',
  site: 'sites, entry {entry}: {why}.',
  noSite: 'site must be a URL such as https://portal.example.com',
  locks: 'locks must be a list of these values: {names}.',
  tabs: 'tabs must be a list of at least one of these values: {names}.',
  setting: 'settings.{name} {why}.',
  settings: 'settings must be an object.',
  unknown: '{name} isn’t a value of the policy. Check the spelling. The values are {names}.',
});
