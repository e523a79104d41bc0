import { describe, expect, it } from 'vitest';
import {
  MANIFEST,
  PAGE,
  PLUGIN,
  SCRIPT,
  withFile,
  withManifest,
  without,
  withPlugin,
} from './support/bad-webapp3';
import { expectFinding, type Scenario } from './support/finding';
import { checkOf, type Package } from './support/packages';

const OURS = 'webapp3/branding/plugins/external-chat/';
const withSettings = (query: string): Package => ({
  ...withPlugin({ id: 'external-chat', src: `./plugins/external-chat/index.html${query}` }),
  [`${OURS}index.html`]: '<script src="x.js"></script>',
  [`${OURS}x.js`]: 'registerPlugin({ id: "external-chat", version: 0 })',
});
const SETTINGS: [query: string, words: string][] = [
  ['?hostorigins=https://a.example', '"hostorigins" is not a setting'],
  ['?hostOrigin=https://a.example', '"hostOrigin" is not a setting'],
  ['?relay=1&amp;hostOrigins=https://a.example', '"amp;hostOrigins" is not a setting'],
  ['#hostorigins=https://a.example', '"hostorigins" is not a setting'],
  ['?hostOrigins=https://a.example#origins=x', '"origins" is not a setting'],
  ['?hostOrigins=https://*.example.com', '"https://*.example.com" is not an origin'],
  ['?hostOrigins=https://a.example,portal.example.com', '"portal.example.com" is not an origin'],
  ['?hostOrigins=https://a.example/chat', '"https://a.example/chat" is not an origin'],
  [
    '?hostOrigins=https://a.example,https://portal..example',
    'no page can have the origin https://portal..example',
  ],
  ['?hostOrigins=https://a.example:0', 'no page can have the origin https://a.example:0'],
  [`?hostOrigins=https://${'a'.repeat(64)}.example`, 'no page can have the origin https://aaa'],
];

const SCENARIOS: Scenario[] = [
  ...SETTINGS.map(
    ([query, words]): Scenario => ({
      name: `the settings ${query}`,
      bad: withSettings(query),
      level: 'error',
      where: MANIFEST,
      words,
    }),
  ),
  {
    name: 'a plugin without an id',
    bad: withPlugin({ id: undefined }),
    level: 'warning',
    where: MANIFEST,
    words: 'no id',
  },
  {
    name: 'an id that is a number',
    bad: withPlugin({ id: 7 }),
    level: 'error',
    where: MANIFEST,
    words: 'a number',
  },
  {
    name: 'an id twice',
    bad: withManifest({
      plugins: [
        { id: 'clock', src: 'plugins/clock/index.html' },
        { id: 'clock', src: 'plugins/clock/index.html' },
      ],
    }),
    level: 'error',
    where: MANIFEST,
    words: 'twice',
  },
  {
    name: 'another id in the source',
    bad: withFile(SCRIPT, 'registerPlugin({ version: 0, id: "watch" })'),
    level: 'warning',
    where: PAGE,
    words: 'registers "watch", but the manifest has "clock"',
  },
  {
    name: 'another id in a minified source',
    bad: withFile(SCRIPT, '(()=>{const a="watch",$b=a;r({id:a,version:0})})()'),
    level: 'warning',
    where: PAGE,
    words: 'registers "watch"',
  },
  {
    name: 'another id in a minified source that speaks through a channel of its own',
    bad: withFile(SCRIPT, '(async()=>{const a="watch";await c.callRPC("syn",{id:a,version:0})})()'),
    level: 'warning',
    where: PAGE,
    words: 'registers "watch"',
  },
  {
    name: 'an id of two variables of one name',
    bad: withFile(SCRIPT, '(()=>{let a="watch";{let a=f();r({id:a,version:0})}a="hour"})()'),
    level: 'note',
    where: PAGE,
    words: 'couldn’t determine',
  },
  {
    name: 'an id that cannot be told',
    bad: withFile(SCRIPT, 'r(JSON.parse(x))'),
    level: 'note',
    where: PAGE,
    words: 'couldn’t determine',
  },
  {
    name: 'another name of the folder',
    bad: { ...withPlugin({ id: 'watch' }), [SCRIPT]: 'registerPlugin({ id: "watch" })' },
    level: 'warning',
    where: MANIFEST,
    words: 'folder called "clock"',
  },
  { name: 'no src', bad: withPlugin({ src: undefined }), level: 'error', where: MANIFEST, words: 'no src' },
  {
    name: 'a src that is missing',
    bad: withPlugin({ src: './plugins/clock/main.html?a' }),
    level: 'error',
    where: MANIFEST,
    words: 'there is no webapp3/branding/plugins/clock/main.html',
  },
  {
    name: 'a src on another server',
    bad: withPlugin({ src: 'https://a.example/p/' }),
    level: 'note',
    where: MANIFEST,
    words: 'another server',
  },
  {
    name: 'sandboxValues that are a text',
    bad: withPlugin({ sandboxValues: 'allow-popups' }),
    level: 'error',
    where: MANIFEST,
    words: 'a text',
  },
  {
    name: 'a sandbox value that Web App 3 drops',
    bad: withPlugin({ sandboxValues: ['allow-top-navigation'] }),
    level: 'warning',
    where: MANIFEST,
    words: '"allow-top-navigation", which Web App 3 does not pass on',
  },
  {
    name: 'another that it drops',
    bad: withPlugin({ sandboxValues: ['allow-popups', 'allow-modals'] }),
    level: 'warning',
    where: MANIFEST,
    words: '"allow-modals", which Web App 3 does not pass on',
  },
  {
    name: 'a sandbox value that does not exist',
    bad: withPlugin({ sandboxValues: ['allow-popup'] }),
    level: 'warning',
    where: MANIFEST,
    words: '"allow-popup", which browsers don’t have',
  },
  {
    name: 'a sandbox value that isn’t text',
    bad: withPlugin({ sandboxValues: [true] }),
    level: 'warning',
    where: MANIFEST,
    words: 'true',
  },
  {
    name: 'a sandbox that gives all',
    bad: withPlugin({ sandboxValues: ['allow-same-origin'] }),
    level: 'note',
    where: MANIFEST,
    words: 'access everything that Web App 3 can',
  },
  {
    name: 'a module without an origin',
    bad: withFile(PAGE, '<script type="module" src="clock.js"></script>'),
    level: 'warning',
    where: PAGE,
    words: 'as a module',
  },
  {
    name: 'an inline module that imports',
    bad: withFile(PAGE, '<script type=module>import "./clock.js"</script>'),
    level: 'warning',
    where: PAGE,
    words: 'as a module',
  },
  {
    name: 'a script with crossorigin',
    bad: withFile(PAGE, '<script crossorigin src="clock.js"></script>'),
    level: 'warning',
    where: PAGE,
    words: 'crossorigin',
  },
  {
    name: 'storage without an origin',
    bad: withFile(SCRIPT, 'registerPlugin({id:"clock"});localStorage.a=1'),
    level: 'warning',
    where: SCRIPT,
    words: 'storage or cookies',
  },
  {
    name: 'a page without a script',
    bad: withFile(PAGE, '<p>clock.js clock.css</p>'),
    level: 'error',
    where: PAGE,
    words: 'no script',
  },
  {
    name: 'a script that is missing',
    bad: without(SCRIPT),
    level: 'error',
    where: PAGE,
    words: './clock.js?v=1, which is missing',
  },
  {
    name: 'a chunk that is missing',
    bad: withFile(SCRIPT, 'registerPlugin({id:"clock"});import("./chunk.js")'),
    level: 'error',
    where: SCRIPT,
    words: './chunk.js, which is missing',
  },
  {
    name: 'a picture of a style sheet that is missing',
    bad: without(`${PLUGIN}hand.png`),
    level: 'warning',
    where: `${PLUGIN}clock.css`,
    words: 'hand.png, which is missing',
  },
  {
    name: 'a path from the root',
    bad: withFile(PAGE, '<script src="/assets/clock.js"></script>'),
    level: 'error',
    where: PAGE,
    words: 'root of the server',
  },
];

describe('the settings of our plugin', () => {
  it.each([
    '',
    '?relay=1',
    '?hostOrigins=https://a.example',
    '?hostOrigins=https://a.example#hostOrigins=https://b.example',
  ])('are fine as %j', (query) => {
    const { findings } = checkOf(withSettings(query));
    expect(findings.filter(({ level, what }) => level === 'error' || what.includes('setting'))).toEqual([]);
  });
});

describe('a plugin of Web App 3', () => {
  it.each(SCENARIOS)('with $name: $level', expectFinding);
});
