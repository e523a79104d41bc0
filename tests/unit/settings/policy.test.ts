import { describe, expect, it } from 'vitest';
import { LOCKS } from '../../../settings/policy';
import { readPolicy } from '../../../settings/read-policy';

describe('tabs of a policy', () => {
  const read = (tabs: unknown, settings?: object) => readPolicy({ tabs, ...(settings && { settings }) });
  const PROBLEM = 'tabs must be a list of at least one of these values: dial-out, people, chat, testing.';

  it('hold in both places, in the order of the panel', () => {
    const tabs = ['people', 'chat'];
    expect(read(['chat', 'people'])).toMatchObject({ settings: { tabs, dockTabs: tabs }, problems: [] });
  });

  it('give way to what is set for one place', () => {
    expect(read(['chat'], { tabs: ['testing'] }).settings).toEqual({ tabs: ['testing'], dockTabs: ['chat'] });
  });

  it.each([
    ['no list', 'chat', undefined],
    ['none', [], undefined],
    ['only unknown ones', ['dial'], undefined],
    ['some unknown ones', ['chat', 'dial'], ['chat']],
  ])('that are %s are told of, and the known ones count', (_, tabs, known) => {
    const policy = read(tabs);
    expect(policy.problems).toEqual([PROBLEM]);
    expect(policy.settings.tabs).toEqual(known);
    expect(policy.settings.dockTabs).toEqual(known);
  });
});

describe('sites of a policy', () => {
  it('are origins, on which it runs unless that is denied', () => {
    const sites = [
      { site: 'https://a.example/x' },
      { site: 'http://b.example:8080', always: false, mode: 'watch' },
    ];
    expect(readPolicy({ sites })).toMatchObject({
      problems: [],
      sites: [
        { site: 'https://a.example', always: true },
        { site: 'http://b.example:8080', always: false, mode: 'watch' },
      ],
    });
  });

  it.each([
    ['no list', 'https://a.example', 'sites must be a list.'],
    [
      'no address',
      [{ site: 'a.example' }],
      'sites, entry 1: site must be a URL such as https://portal.example.com.',
    ],
    [
      'no page',
      [{ site: 'file:///x' }],
      'sites, entry 1: site must be a URL such as https://portal.example.com.',
    ],
    [
      'an unknown mode',
      [{ site: 'https://a.example', mode: 'x' }],
      'sites, entry 1: mode must be one of drive, watch, not "x".',
    ],
  ])('that are %s are told of', (_, sites, problem) => {
    expect(readPolicy({ sites })).toMatchObject({ sites: [], problems: [problem] });
  });
});

describe('settings of a policy', () => {
  it('are taken where they are understood, and told of where they are not', () => {
    expect(readPolicy({ settings: { protocol: 'sip', role: 'Host' } })).toMatchObject({
      settings: { protocol: 'sip' },
      problems: [expect.stringContaining('role must be one of HOST, GUEST, not "Host"')],
    });
  });
});

describe('locks of a policy', () => {
  it.each([
    ['one', ['chat'], ['chat'], 0],
    ['one that is unknown: the others hold', ['chat', 'x'], ['chat'], 1],
    ['no list: everything is locked', 'chat', LOCKS, 1],
  ])('%s', (_, locks, expected, problems) => {
    const policy = readPolicy({ locks });
    expect(policy.locks).toEqual(expected);
    expect(policy.problems).toHaveLength(problems);
  });
});
