import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chatFor, readConfig } from '../../../settings/chat/config';
import { LOCKS } from '../../../settings/policy';
import { readPolicy } from '../../../settings/read-policy';
import { memoryStorage } from '../../../settings/storage/memory';

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
    ['no list: everything is locked, also dialing', 'chat', LOCKS, 2],
  ])('%s', (_, locks, expected, problems) => {
    const policy = readPolicy({ locks });
    expect(policy.locks).toEqual(expected);
    expect(policy.problems).toHaveLength(problems);
  });
});

describe('attack: a policy is damaged, misspelled or enormous', () => {
  const MANY = 20_000;
  const destination = 'alice@example.com';

  it.each<[string, unknown]>([
    ['text', '*@example.com'],
    ['nothing', null],
    ['an object', { 0: '*@example.com' }],
    ['a list with a number in it', ['*@example.com', 7]],
    ['a list of lists', [['*@example.com']]],
    ['an object that has the names of a list', { length: 1, every: 'x' }],
    ['a list of patterns that are none', ['', '@', '//', '(.*)', '[a-z]+@example.com', '__proto__']],
    ['a very long list', Array.from({ length: MANY }, (_, at) => `*1*1*${at}*@*.example.net`)],
    ['a very long pattern', [`${'*a'.repeat(MANY)}@example.com`]],
  ])('has an allow-list that is %s let nothing through', (_, allow) => {
    const policy = readPolicy({ allow });
    expect(policy.allows?.(destination)).toBe(false);
    expect(policy.allows?.('')).toBe(false);
  });

  it.each([
    ['dropped', undefined, false],
    ['empty', [], false],
    ['valid', ['*@example.com'], true],
  ])('has a browser that has %s the list let through what is left, with the lock', (_, allow, expected) => {
    const policy = readPolicy({ ...(allow && { allow }), locks: ['allow', 'alow'] });
    expect(policy.allows?.(destination)).toBe(expected);
    expect(policy.problems.join()).toMatch(/^locks must be a list of these values/);
    expect(policy.problems.some((each) => /no valid allow list/.test(each))).toBe(allow === undefined);
  });

  it('names a value that it does not know, since that may be a misspelled allow-list', () => {
    const managed: unknown = JSON.parse('{ "alow": ["*"], "__proto__": {}, "constructor": 1 }');
    expect(readPolicy(managed as Record<string, unknown>).problems).toEqual([
      expect.stringMatching(/^alow isn’t a value of the policy.*allow/),
      expect.stringMatching(/^__proto__ isn’t/),
      expect.stringMatching(/^constructor isn’t/),
    ]);
  });

  it('knows every value that the browsers are told of', () => {
    const schema: unknown = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
    const { properties } = Object(schema) as { properties: object };
    const managed = Object.fromEntries(Object.keys(properties).map((name) => [name, undefined]));
    expect(readPolicy(managed).problems).toEqual([]);
  });

  it.each<[unknown, RegExp]>([
    ['perMinute: 5', /^settings must be an object/],
    [[{ perMinute: 5 }], /^settings must be an object/],
    [null, /^settings must be an object/],
    [{ perminute: 5 }, /^settings\.perminute isn’t a value.*perMinute/],
    [{ confirmPremium: 'yes' }, /^settings\.confirmPremium must be/],
    [JSON.parse('{ "__proto__": { "history": true } }'), /^settings\.__proto__ isn’t/],
  ])('says of settings that are %j what is wrong, and takes none of them', (settings, problem) => {
    const policy = readPolicy({ settings });
    expect(policy.settings).toEqual({});
    expect(policy.problems).toEqual([expect.stringMatching(problem)]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['sites', { sites: Array.from({ length: MANY }, () => ({ site: 'nowhere' })) }],
    ['settings', { settings: Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`x${at}`, at])) }],
    ['values', Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`${'x'.repeat(999)}${at}`, at]))],
  ])('with many wrong %s says how many more there are', (_, managed) => {
    const { problems } = readPolicy(managed);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatch(/19,?950/);
    expect(Math.max(...problems.map(({ length }) => length))).toBeLessThan(500);
  });
});

describe('attack: a chat of the policy isn’t a chat', () => {
  it.each([
    ['javascript:alert(1)', '*', [/^chat\.chats, entry 1: Use https/]],
    ['data:text/html,x', '*', [/entry 1: Use https/]],
    ['https://user:secret@chat.example.com/', '*', [/entry 1: Use https and no user name/]],
    ['https://{alias}.example.com/', '*', [/entry 1: Use placeholders only after the host/]],
    ['https://chat.example.com/{{alias}}', '*', [/entry 1: “{{alias}}” isn’t a placeholder. Enter {alias} /]],
    ['chat.example.com', 'https://portal.example.com/x', [/entry 1: site must be/, /entry 1: Enter a URL/]],
    ['https://chat.example.com/{alias}', 'https://portal.example.com', []],
  ])('says so of %s on %s, and opens no other in its place', async (url, site, problems) => {
    const own = { place: 'dock', chats: [{ site, url: 'https://own.example/' }], displayName: '' };
    const storage = memoryStorage({
      managed: { chat: { chats: [{ site, url }] } },
      local: { chat: { version: 1, value: own } },
    });
    const config = await readConfig(storage);
    expect(config.managed.problems).toEqual(problems.map((each) => expect.stringMatching(each)));
    expect(chatFor(site, config)?.url).toBe(url);
  });
});
