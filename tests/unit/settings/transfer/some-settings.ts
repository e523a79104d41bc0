import fc from 'fast-check';
import { getCountries } from 'libphonenumber-js/min';
import { CALL_TYPES, PROTOCOLS, ROLES } from '../../../../protocol/dial-fields';
import { WIDTHS } from '../../../../settings/dock/layout';
import { TEXT_SIZES, THEMES } from '../../../../settings/settings';
import { siteOf } from '../../../../settings/site';
import { TABS } from '../../../../settings/tabs';
import type { Parts } from '../../../../settings/transfer/own-settings';

/** What somebody has set who has set a little of everything. */
export const SOME: Parts = {
  settings: {
    region: 'DE',
    protocol: 'sip',
    role: 'GUEST',
    noAnswerSeconds: 60,
    history: true,
    perMinute: 30,
    confirmPremium: false,
    confirmForeign: false,
    overlap: false,
    tabs: ['people', 'chat'],
    dockTabs: ['dial-out', 'people', 'chat', 'testing'],
    theme: 'dark',
    textSize: 'large',
    notifyUnread: true,
    notifyPeople: false,
    notifyCalls: false,
    sound: false,
    mutedSites: ['https://portal.example.com'],
  },
  chat: {
    place: 'dock',
    chats: [{ site: 'https://portal.example.com', url: 'https://chat.example.com/{alias}' }],
    displayName: 'Bob',
  },
  sites: ['https://meet.example.com'],
  'watched-sites': ['https://portal.example.com'],
  'dock-layouts': [{ site: 'https://meet.example.com', layout: { side: 'left', width: 300, push: false } }],
  presets: [
    {
      id: 'a',
      name: 'Alice',
      request: { role: 'GUEST', destination: 'alice@example.com', protocol: 'sip' },
    },
    { id: 'b', name: 'Bob', request: { role: 'HOST', destination: 'bob@example.com', protocol: 'auto' } },
  ],
  lists: [
    {
      id: 'rooms',
      name: 'Rooms',
      text: 'name,destination,PIN\nLarge,large@example.com,4711',
      presets: [{ id: 'a', name: 'Alice' }],
      protocol: 'sip',
      atATime: 5,
      isOnce: true,
    },
  ],
};

const site = fc
  .tuple(fc.constantFrom('http', 'https'), fc.stringMatching(/^[a-z]{1,12}$/))
  .map(([scheme, host]) => `${scheme}://${host}.example`);

const trimmed = (most: number) =>
  fc
    .string({ minLength: 1, maxLength: most })
    .map((text) => text.trim())
    .filter((text) => text !== '');

const preset = fc.record({
  id: fc.uuid(),
  name: trimmed(60),
  request: fc.record(
    {
      role: fc.constantFrom(...ROLES),
      destination: trimmed(100),
      protocol: fc.constantFrom(...PROTOCOLS),
      call_type: fc.constantFrom(...CALL_TYPES),
      text: fc.string({ minLength: 1, maxLength: 100 }),
    },
    { requiredKeys: ['role', 'destination', 'protocol'] },
  ),
});

const savedList = fc.record(
  {
    id: fc.uuid(),
    name: trimmed(60),
    text: fc.string({ maxLength: 200, unit: 'grapheme' }),
    presets: fc.array(fc.record({ id: fc.uuid(), name: trimmed(60) }), { maxLength: 3 }),
    role: fc.constantFrom(...ROLES),
    protocol: fc.constantFrom(...PROTOCOLS),
    atATime: fc.integer({ min: 1, max: 20 }),
    isOnce: fc.boolean(),
  },
  { requiredKeys: ['id', 'name', 'text', 'presets', 'atATime', 'isOnce'] },
);

const someTabs = fc.subarray([...TABS], { minLength: 1 });

/** Anything that somebody can have set. */
export const anySettings: fc.Arbitrary<Parts> = fc.record({
  settings: fc.record({
    region: fc.constantFrom('', ...getCountries()),
    protocol: fc.constantFrom(...PROTOCOLS),
    role: fc.constantFrom(...ROLES),
    noAnswerSeconds: fc.integer({ min: 5, max: 600 }),
    history: fc.boolean(),
    perMinute: fc.integer({ min: 0, max: 600 }),
    confirmPremium: fc.boolean(),
    confirmForeign: fc.boolean(),
    overlap: fc.boolean(),
    tabs: someTabs,
    dockTabs: someTabs,
    theme: fc.constantFrom(...THEMES),
    textSize: fc.constantFrom(...TEXT_SIZES),
    notifyUnread: fc.boolean(),
    notifyPeople: fc.boolean(),
    notifyCalls: fc.boolean(),
    sound: fc.boolean(),
    mutedSites: fc.uniqueArray(site),
  }),
  chat: fc.record({
    place: fc.constantFrom('dock', 'panel'),
    chats: fc.uniqueArray(
      fc.record({
        site: fc.oneof(fc.constant('*'), site),
        url: fc.stringMatching(/^https:\/\/[a-z]{1,9}\.example\/\{alias\}[a-z]{0,9}$/),
      }),
      { selector: (chat) => chat.site, maxLength: 5 },
    ),
    displayName: fc.string({ maxLength: 256 }),
  }),
  sites: fc.uniqueArray(site.filter((each) => siteOf(each) === each)),
  'watched-sites': fc.uniqueArray(site),
  'dock-layouts': fc.uniqueArray(
    fc.record({
      site,
      layout: fc.record({
        side: fc.constantFrom('left', 'right'),
        width: fc.integer({ min: WIDTHS.min, max: WIDTHS.max }),
        push: fc.boolean(),
      }),
    }),
    { selector: (each) => each.site },
  ),
  presets: fc.uniqueArray(preset, { selector: ({ id }) => id }),
  lists: fc
    .uniqueArray(savedList, { selector: ({ id }) => id })
    // As they are shown.
    .map((lists) => lists.toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))),
});
