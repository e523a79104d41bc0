import { describe, expect, it } from 'vitest';
import { CHECKS, examine, type FindingName } from '../../../../panel/diagnostics/examine';
import type { Facts } from '../../../../panel/diagnostics/facts';
import { findingText, remedyText } from '../../../../panel/diagnostics/finding-text';
import { PLUGIN_FEATURES } from '../../../../protocol/messages';
import { DIAGNOSTICS_STRINGS } from '../../../../strings/diagnostics';
import { aMeeting } from '../fixture';

const SITE = 'https://portal.example.com';
const MEET = 'https://meet.example.com';

const plugin = (over = {}) =>
  ({ name: 'ready', inMeeting: true, version: '1.2.0', features: [...PLUGIN_FEATURES], ...over }) as const;
const meeting = (over = {}) => aMeeting({ origin: MEET, plugin: plugin(), ...over });
const silent = { plugin: { name: 'waiting' } } as const;

/** All is well. */
const well: Facts = {
  hasPeer: true,
  address: `${SITE}/`,
  isOtherVersion: false,
  site: SITE,
  mode: 'drive',
  meeting: meeting(),
  framing: 'unknown',
  dialect: 'external-chat',
  misshapen: 0,
  chat: { kind: 'meeting' },
  mayStay: true,
  version: '1.2.0',
};
const nowhere: Partial<Facts> = { hasPeer: false, meeting: undefined, site: '', mayStay: undefined };
const own = (framing: Facts['framing']): Partial<Facts> => ({
  chat: { kind: 'own', url: 'https://chat.example.com/room', framing },
});

/** What is so, what is found then, and what its words name. */
const CASES: [FindingName, 'good' | 'doubt' | 'bad' | 'moot', Partial<Facts>, string?][] = [
  ['accessGood', 'good', {}, SITE],
  ['accessNone', 'bad', { ...nowhere, address: undefined }],
  ['accessNone', 'bad', { ...nowhere, address: `${SITE}/` }],
  ['accessClosed', 'bad', { ...nowhere, address: 'chrome://settings/' }],
  ['accessClosed', 'bad', { ...nowhere, address: 'about:addons' }],
  ['accessClosed', 'bad', { ...nowhere, address: 'https://addons.mozilla.org/de/firefox/' }],
  ['accessClosed', 'bad', { ...nowhere, address: 'https://chromewebstore.google.com/detail/x' }],
  ['moot', 'moot', nowhere],
  ['webApp3Good', 'good', {}, MEET],
  ['webApp3None', 'bad', { meeting: undefined }],
  ['webApp3Gone', 'bad', { meeting: meeting({ present: false }) }],
  ['webApp3Hidden', 'doubt', { meeting: meeting({ recognised: false }) }],
  ['framingSpoken', 'good', {}],
  ['framingPage', 'good', { meeting: meeting({ origin: SITE }) }],
  ['framingAllowed', 'good', { meeting: meeting(silent), framing: 'allowed' }, MEET],
  ['framingRefused', 'bad', { meeting: meeting(silent), framing: 'refused' }, SITE],
  ['framingUnknown', 'doubt', { meeting: meeting(silent) }, MEET],
  ['pluginInMeeting', 'good', {}, 'qa.meeting'],
  ['pluginReady', 'good', { meeting: meeting({ plugin: plugin({ inMeeting: false }) }) }],
  ['pluginSilent', 'bad', { meeting: meeting(silent) }],
  ['namespaceOurs', 'good', {}, 'pexip:plugin:external-chat/'],
  ['namespaceOther', 'doubt', { dialect: 'videoconf' }],
  ['namespaceUnheard', 'doubt', { dialect: undefined }],
  ['namespaceMisshapen', 'doubt', { misshapen: 7 }, '7'],
  ['featuresAll', 'good', {}],
  [
    'featuresSome',
    'doubt',
    { meeting: meeting({ plugin: plugin({ features: PLUGIN_FEATURES.slice(2) }) }) },
    'chat, button-state',
  ],
  ['featuresNone', 'doubt', { meeting: meeting({ plugin: plugin({ features: [] }) }) }],
  ['othersNone', 'good', {}],
  ['othersWatched', 'doubt', { mode: 'watch' }],
  ['othersContest', 'bad', { meeting: meeting({ contested: true }) }],
  ['chatMeeting', 'good', {}],
  ['chatNone', 'doubt', { meeting: meeting({ plugin: plugin({ features: [] }) }) }],
  ['chatAllowed', 'good', own('allowed'), 'https://chat.example.com'],
  ['chatRefused', 'bad', own('refused'), 'https://chat.example.com'],
  ['chatUnknown', 'doubt', own('unknown'), 'https://chat.example.com'],
  ['chatBroken', 'bad', { chat: { kind: 'broken' } }],
  ['permissionsStay', 'good', {}, SITE],
  ['permissionsOnce', 'doubt', { mayStay: false }, SITE],
  ['permissionsUnknown', 'doubt', { mayStay: undefined }],
  ['versionsSame', 'good', {}, '1.2.0'],
  ['versionsPlugin', 'doubt', { version: '1.3.0' }, '1.2.0 / 1.3.0'],
  ['versionsUntold', 'doubt', { meeting: meeting({ plugin: plugin({ version: undefined }) }) }],
  ['versionsPeer', 'bad', { isOtherVersion: true, meeting: undefined }, '1.2.0'],
];

describe('the diagnostics', () => {
  it.each(CASES)('finds %s', (name, judgement, over, about = '') => {
    const found = examine({ ...well, ...over });
    expect(found.map(({ check }) => check)).toEqual(CHECKS);
    const finding = found.find((each) => each.name === name);
    expect(finding).toMatchObject({ judgement });
    if (!finding) return;
    expect(findingText(finding) + (remedyText(finding) ?? '')).toContain(about);
    if (judgement !== 'good' && judgement !== 'moot') expect(remedyText(finding)).toMatch(/\w/);
  });

  it('has every finding provoked here', () => {
    const provoked = new Set(CASES.map(([name]) => name));
    expect(
      Object.keys(DIAGNOSTICS_STRINGS.says).filter((name) => !provoked.has(name as FindingName)),
    ).toEqual([]);
  });

  it('finds nothing wrong where all is well', () => {
    expect(examine(well).filter(({ judgement }) => judgement !== 'good')).toEqual([]);
  });

  it('does not look at what cannot be there yet', () => {
    const judged = (over: Partial<Facts>) => examine({ ...well, ...over }).map(({ judgement }) => judgement);
    expect(judged(nowhere)).toEqual(['bad', ...Array(9).fill('moot')]);
    expect(judged({ isOtherVersion: true, meeting: undefined })).toEqual([
      'good',
      ...Array(7).fill('moot'),
      'good',
      'bad',
    ]);
  });

  it('asks for the one access that would settle a doubt', () => {
    const asks = (over: Partial<Facts>) => examine({ ...well, ...over }).flatMap(({ ask }) => ask ?? []);
    expect(asks({})).toEqual([]);
    expect(asks({ meeting: meeting(silent) })).toEqual([MEET]);
    expect(asks(own('unknown'))).toEqual(['https://chat.example.com']);
    // Leave alone does not have it run there: the menu asks for permission, and does both.
    expect(asks({ mayStay: false })).toEqual([]);
  });
});
