import { describe, expect, it } from 'vitest';
import { CHECKS, type Check, examine, type FindingName } from '../../../../panel/diagnostics/examine';
import type { Facts } from '../../../../panel/diagnostics/facts';
import { findingText, remedyText } from '../../../../panel/diagnostics/finding-text';
import type { Reach } from '../../../../panel/state/reach';
import { PLUGIN_FEATURES } from '../../../../protocol/messages';
import { DIAGNOSTICS_STRINGS } from '../../../../strings/diagnostics';
import { aMeeting } from '../fixture';

const SITE = 'https://portal.example.com';
const MEET = 'https://meet.example.com';

const plugin = (over = {}) =>
  ({
    name: 'ready',
    announced: true,
    inMeeting: true,
    version: '1.2.0',
    features: [...PLUGIN_FEATURES],
    ...over,
  }) as const;
const FRAME = `${MEET}/sales/m/qa`;
const meeting = (over = {}) => aMeeting({ origin: MEET, address: FRAME, plugin: plugin(), ...over });
const silent = { plugin: { name: 'waiting' } } as const;
const withPlugin = (over = {}, more = {}) => ({ meeting: meeting({ plugin: plugin(over), ...more }) });
/** A plugin of another vendor, which tells no version. */
const others = (over = {}, more = {}) => withPlugin({ version: undefined, ...over }, more);
const videoconf = { dialect: 'videoconf' } as const;
/** Version 4 of the upstream plugin: dials out and tells that it is in the meeting, and announces neither. */
const V4 = ['chat', 'participants', 'self', 'roster', 'mute', 'mute-video', 'admit', 'disconnect'];
/** Version 2 of the upstream plugin, whose `ready` has no features. */
const V2 = others({ features: [] });
/** Nobody has seen its `ready`. */
const late = others({ features: [], announced: undefined });

/** All is well. */
const well: Facts = {
  hasPeer: true,
  address: `${SITE}/`,
  hasClosedViewers: false,
  isOtherVersion: false,
  site: SITE,
  mode: 'drive',
  meeting: meeting(),
  framing: 'unknown',
  misshapen: 0,
  chat: { kind: 'meeting' },
  fixed: [],
  mayStay: true,
  version: '1.2.0',
};
const nowhere: Partial<Facts> = { hasPeer: false, meeting: undefined, site: '', mayStay: undefined };
const inFirefox = { ...nowhere, hasClosedViewers: true };
const own = (reach?: Reach): Partial<Facts> => ({
  chat: { kind: 'own', url: 'https://chat.example.com/room', reach },
});

/** What is so, what is found then, and what its words name. */
const CASES: [FindingName, 'good' | 'doubt' | 'bad' | 'moot', Partial<Facts>, string?][] = [
  ['accessGood', 'good', {}, SITE],
  ['accessNone', 'bad', { ...nowhere, address: undefined }],
  ['accessNone', 'bad', { ...nowhere, address: `${SITE}/` }],
  ['accessClosed', 'bad', { ...nowhere, address: 'chrome://settings/' }],
  ['accessClosed', 'bad', { ...nowhere, address: 'about:addons' }],
  ['accessClosed', 'bad', { ...inFirefox, address: `${SITE}/files/report.pdf#page=2` }],
  ['accessClosed', 'bad', { ...inFirefox, address: `${SITE}/api/state.json?id=1` }],
  ['accessNone', 'bad', { ...inFirefox, address: `${SITE}/view?file=report.pdf` }],
  // Chromium lets extensions into its viewers.
  ['accessNone', 'bad', { ...nowhere, address: `${SITE}/files/report.pdf#page=2` }],
  ['accessClosed', 'bad', { ...nowhere, address: 'https://support.mozilla.org/en-US/' }],
  ['accessClosed', 'bad', { ...nowhere, address: 'https://addons.mozilla.org/de/firefox/' }],
  ['accessClosed', 'bad', { ...nowhere, address: 'https://chromewebstore.google.com/detail/x' }],
  ['moot', 'moot', nowhere],
  ['webApp3Good', 'good', {}, MEET],
  ['webApp3None', 'bad', { meeting: undefined }],
  ['webApp3Gone', 'bad', { meeting: meeting({ present: false }) }],
  ['webApp3Hidden', 'doubt', { meeting: meeting({ recognised: false }) }],
  [
    'webApp3Deep',
    'doubt',
    { meeting: meeting({ recognised: false, address: undefined }) },
    'meet.example.com',
  ],
  ['framingSpoken', 'good', {}],
  ['framingPage', 'good', { meeting: meeting({ origin: SITE, address: undefined }) }],
  ['framingSpoken', 'good', { meeting: meeting({ origin: SITE, address: `${SITE}/webapp3/m/qa` }) }],
  ['framingUnseen', 'doubt', { meeting: meeting({ ...silent, address: undefined }) }],
  ['framingUnseen', 'doubt', { meeting: meeting({ ...silent, address: 'about:blank' }) }],
  ['framingAllowed', 'good', { meeting: meeting(silent), framing: 'allowed' }, MEET],
  ['framingRefused', 'bad', { meeting: meeting(silent), framing: 'refused' }, SITE],
  ['framingUnknown', 'doubt', { meeting: meeting(silent) }, MEET],
  ['pluginInMeeting', 'good', {}, 'qa.meeting'],
  ['pluginReady', 'good', { meeting: meeting({ plugin: plugin({ inMeeting: false }) }) }],
  ['pluginSilent', 'bad', { meeting: meeting(silent) }],
  ['namespaceOurs', 'good', {}, 'pexip:plugin:external-chat/'],
  ['namespaceOther', 'good', { meeting: meeting(videoconf) }, 'rocketchat:videoconf/'],
  ['namespaceOther', 'good', { meeting: meeting(videoconf), misshapen: 1 }],
  ['messagesValid', 'good', {}],
  ['messagesInvalid', 'doubt', { misshapen: 7 }, '7'],
  ['messagesInvalid', 'doubt', { misshapen: 7, meeting: meeting(silent) }, '7'],
  ['featuresAll', 'good', {}],
  [
    'featuresAll',
    'good',
    withPlugin({ features: PLUGIN_FEATURES.filter((each) => !/^(chat|dial-out)$/.test(each)) }),
  ],
  ['featuresAll', 'good', withPlugin({ features: PLUGIN_FEATURES.filter((each) => each !== 'connected') })],
  [
    'featuresSome',
    'doubt',
    { ...withPlugin({ features: PLUGIN_FEATURES.slice(2, -1) }), version: '1.10.0' },
    'button-state, messages',
  ],
  ['featuresKept', 'doubt', withPlugin({ features: PLUGIN_FEATURES.slice(0, -1) }), 'messages'],
  ['featuresKept', 'doubt', { ...withPlugin({ features: PLUGIN_FEATURES.slice(2) }), version: '1.1.9' }],
  ['featuresOther', 'doubt', others({ features: V4 }, videoconf), 'hello'],
  ['featuresOther', 'doubt', others({ features: [] }, videoconf)],
  ['featuresNone', 'doubt', V2],
  ['featuresUnannounced', 'doubt', others({ features: [], announced: undefined }, videoconf)],
  ['featuresUnannounced', 'doubt', late],
  ['othersNone', 'good', {}],
  ['othersUnseen', 'doubt', V2],
  ['othersWatched', 'doubt', { mode: 'watch' }],
  ['othersContest', 'bad', { meeting: meeting({ contested: true }) }],
  ['chatMeeting', 'good', {}],
  ['chatNone', 'doubt', V2],
  ['chatNone', 'doubt', withPlugin({ features: [] })],
  ['chatOutdated', 'doubt', { ...withPlugin({ features: [] }), version: '2.0.0' }],
  ['chatAllowed', 'good', own({ name: 'allowed' }), 'https://chat.example.com'],
  ['chatRefused', 'bad', own({ name: 'refused' }), 'https://chat.example.com'],
  ['chatUnknown', 'doubt', own({ name: 'unknown' }), 'https://chat.example.com'],
  ['chatFailing', 'bad', own({ name: 'failing', status: 503 }), 'https://chat.example.com (503)'],
  ['chatUnreachable', 'bad', own({ name: 'unreachable' }), 'https://chat.example.com'],
  ['chatSilent', 'doubt', own({ name: 'silent' }), 'https://chat.example.com'],
  ['chatSlow', 'doubt', own(), 'https://chat.example.com'],
  ['chatWaiting', 'doubt', { chat: { kind: 'waiting' } }],
  ['chatUnfit', 'bad', { chat: { kind: 'unfit', value: '..' } }, '..'],
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
  it.each(CASES)('finds %s', (name, rating, over, about = '') => {
    const found = examine({ ...well, ...over });
    expect(found.map(({ check }) => check)).toEqual(CHECKS);
    const finding = found.find((each) => each.name === name);
    expect(finding).toMatchObject({ rating });
    if (!finding) return;
    expect(findingText(finding) + (remedyText(finding) ?? '')).toContain(about);
    if (rating !== 'good' && rating !== 'moot') expect(remedyText(finding)).toMatch(/\w/);
  });

  it('has every finding provoked here', () => {
    const provoked = new Set(CASES.map(([name]) => name));
    expect(
      Object.keys(DIAGNOSTICS_STRINGS.says).filter((name) => !provoked.has(name as FindingName)),
    ).toEqual([]);
  });

  it.each<[FindingName, Partial<Facts>]>([
    ['accessNone', { ...nowhere, fixed: ['sites'] }],
    ['othersUnseen', { ...V2, fixed: ['mode'] }],
    ['chatNone', { ...V2, fixed: ['chat'] }],
    ['chatOutdated', { ...withPlugin({ features: [] }), version: '2.0.0', fixed: ['chat'] }],
    ['chatWaiting', { chat: { kind: 'waiting' }, fixed: ['chat'] }],
    ['chatUnfit', { chat: { kind: 'unfit', value: '..' }, fixed: ['chat'] }],
    ['chatBroken', { chat: { kind: 'broken' }, fixed: ['chat'] }],
    ['permissionsOnce', { mayStay: false, fixed: ['sites'] }],
  ])('sends nobody to options that an administrator has fixed: %s', (name, over) => {
    const find = (facts: Partial<Facts>) => examine({ ...well, ...facts }).find((each) => each.name === name);
    const fixed = find(over);
    expect(fixed && remedyText(fixed)).toMatch(/administrator/);
    expect(fixed && remedyText(fixed)).not.toMatch(/in the options|“Always run/);
    const open = find({ ...over, fixed: [] });
    expect(open && remedyText(open)).not.toMatch(/administrator/);
  });

  it('names an administrator’s remedy for each finding that leads to the options', () => {
    const { remedies, remediesOfOthers } = DIAGNOSTICS_STRINGS;
    const leads = Object.entries(remedies).filter(([, text]) =>
      /in the options|“Always run/.test(String(text)),
    );
    expect(Object.keys(remediesOfOthers)).toEqual(expect.arrayContaining(leads.map(([name]) => name)));
  });

  it('finds nothing wrong where all is well', () => {
    expect(examine(well).filter(({ rating }) => rating !== 'good')).toEqual([]);
  });

  it('does not look at what cannot be there yet', () => {
    const judged = (over: Partial<Facts>) => examine({ ...well, ...over }).map(({ rating }) => rating);
    expect(judged(nowhere)).toEqual(['bad', ...Array(10).fill('moot')]);
    expect(judged({ isOtherVersion: true, meeting: undefined })).toEqual([
      'good',
      ...Array(8).fill('moot'),
      'good',
      'bad',
    ]);
  });

  const remedyOf = (over: Partial<Facts>, check: Check) => {
    const finding = examine({ ...well, ...over }).find((each) => each.check === check);
    return (finding && remedyText(finding)) ?? '';
  };
  const textOf = (over: Partial<Facts>, check: Check) => {
    const finding = examine({ ...well, ...over }).find((each) => each.check === check);
    return finding ? findingText(finding) : '';
  };

  it.each<[string, boolean, Partial<Facts>]>([
    [
      'of this product, which is older than the extension',
      true,
      { ...withPlugin({ features: [] }), version: '1.3.0' },
    ],
    ['of this product, which is as new', false, withPlugin({ features: [] })],
    ['of this product, which is newer', false, { ...withPlugin({ features: [] }), version: '1.1.0' }],
    ['of another vendor', false, V2],
    ['of another vendor, in the second namespace', false, others({ features: V4 }, videoconf)],
  ])('advises an update only where one helps: the plugin is %s', (_, helps, over) => {
    for (const check of ['features', 'chat'] as const)
      expect(/update the plugin/i.test(remedyOf(over, check))).toBe(helps);
  });

  it('does not miss what a plugin does without announcing it', () => {
    const text = textOf(others({ features: V4 }, videoconf), 'features');
    expect(text).toContain('request-id');
    for (const feature of ['dial-out,', 'connected', 'hang-up', ': chat'])
      expect(text).not.toContain(feature);
  });

  it('says nothing of features, chat and version of a plugin whose ready nobody has seen', () => {
    for (const check of ['chat', 'versions'] as const)
      expect(examine({ ...well, ...late }).find((each) => each.check === check)?.name).toBe('moot');
    expect(remedyOf(late, 'features')).toMatch(/reload the meeting/i);
  });

  it('tells the page’s maintainer to name the frame, and only where that helps', () => {
    const hidden = { recognised: false };
    expect(remedyOf({ meeting: meeting(hidden) }, 'webApp3')).toMatch(
      /if you maintain this page.*id webapp3/i,
    );
    expect(remedyOf({ meeting: meeting({ ...hidden, address: undefined }) }, 'webApp3')).not.toMatch(
      /webapp3/,
    );
    expect(remedyOf({ meeting: undefined }, 'webApp3')).toMatch(/if you maintain this page/i);
  });

  it('asks for the one access that would settle a doubt', () => {
    const asks = (over: Partial<Facts>) => examine({ ...well, ...over }).flatMap(({ ask }) => ask ?? []);
    expect(asks({})).toEqual([]);
    expect(asks({ meeting: meeting(silent) })).toEqual([MEET]);
    for (const name of ['unknown', 'silent'] as const)
      expect(asks(own({ name }))).toEqual(['https://chat.example.com']);
    // Leave alone does not have it run there: the menu asks for permission, and does both.
    expect(asks({ mayStay: false })).toEqual([]);
  });
});
