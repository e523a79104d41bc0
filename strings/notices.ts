import { strings } from '../locales/strings';

/** What the panel says of itself, above its views. */
export const NOTICE_STRINGS = strings('notices', {
  quarantined: 'Some saved data couldn’t be read. It’s kept but not in use.',
  openOptions: 'Options',
  tabOff: 'Your administrator has turned off {tab}.',
  hide: 'Hide',
  interrupted: {
    list: 'A list was interrupted at {over} of {all}.',
    scenario: 'A scenario was interrupted at {over} of {all}.',
  },
  show: 'Show',
});
