import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT } from '../../../panel/request/draft';
import { readRequest } from '../../../panel/request/read-request';
import { isAllowed } from '../../../settings/allow-list/allow-list';
import { DEFAULT_SETTINGS } from '../../../settings/settings';
import { forAll } from './for-all';

/** Each with the only hosts that it names. */
const PATTERNS = [
  { pattern: '*@good.example', hosts: /^good\.example$/ },
  { pattern: 'sip:*@good.example', hosts: /^good\.example$/ },
  { pattern: 'room-*@*.rooms.example', hosts: /^.+\.rooms\.example$/ },
  { pattern: '+47*@gw.example', hosts: /^gw\.example$/ },
  { pattern: 'rtmp://live.example/*', hosts: /^live\.example$/ },
  { pattern: '+47*', hosts: /^$/ },
  { pattern: '1*', hosts: /^$/ },
  { pattern: 'reception', hosts: /^$/ },
];

const of = (...texts: readonly string[]) => fc.constantFrom(...texts);
const scheme = of('', '', 'sip:', 'SIP:', 'sips:', 'h323:', 'mssip:', 'tel:', 'callto:', 'pexip:', 'mailto:');
const sign = of(
  '@',
  '@',
  '@',
  '＠',
  '%40',
  '@@',
  ' @ ',
  '@\u200b',
  '\\@',
  ':@',
  '@//',
  '@:',
  '@good.example@',
);
const user = of(
  ...['alice', 'room-1', '+4722334455', '1234', 'reception', '+47;x=', '+47?x=', 'good.example', '*', ''],
  ...['alice@good.example', 'alice:good.example', 'room-1@a.rooms.example;', '+47 22', 'a%40good.example'],
  ...['+47@gw.example,', '"good.example"', '<alice@good.example>', '1', '1.2.3', '47,,1'],
);
const host = of(
  ...['good.example', 'evil.test', 'good.example.evil.test', 'evil.test.good.example', 'evil-good.example'],
  ...['a.rooms.example', 'rooms.example', '.rooms.example', 'evil.test\u3002rooms.example', 'gw.example'],
  ...['10.0.0.5', '1.2.3.4', '[2001:db8::5]', '2001:db8::5', '167772165', 'gооd.example', 'good.example.'],
  ...[
    'GOOD.EXAMPLE',
    'good．example',
    'good.example/evil.test',
    'good.example%00.evil.test',
    'good.example\t',
  ],
);
const port = of('', '', ':5061', ':', ':x', ':5061@evil.test', ':*');
const more = of(
  ...[
    '',
    '',
    '',
    ';transport=tls',
    ';user=phone',
    ';maddr=evil.test',
    ';x=@good.example',
    '?Route=%3Csip:e%3E',
  ],
  ...['?x=@good.example', '#@good.example', ',bob@good.example', ' bob@good.example', '\n@good.example'],
  ...[';transport=tls;maddr=evil.test', '/@good.example', '##1234', '>', ';route=<sip:evil.test>'],
);
const address = fc.tuple(scheme, user, sign, host, port, more).map((parts) => parts.join(''));

const stream = fc
  .tuple(
    of('rtmp://', 'RTMP://', 'rtmps://', 'rtmp:/', 'rtmp:', 'http://'),
    of(
      '',
      '',
      'live.example@',
      'live.example:x@',
      'live.example/@',
      'live.example\\@',
      'live.example%2f@',
      '//',
    ),
    of(
      'live.example',
      'evil.test',
      'live.example.evil.test',
      'LIVE.example',
      'live．example',
      'evil.test#live.example',
    ),
    of('', ':1935', ':@evil.test', ':x'),
    of(
      '/app/key',
      '/../x',
      '/app/%2e%2e/x',
      '/x?y=//evil.test',
      '/x#@evil.test',
      '',
      '/live.example/',
      '/a@b',
    ),
  )
  .map((parts) => parts.join(''));

/** The hosts that one reader or another may take for the one that is called. */
function hostsIn(text: string): string[] {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const url = /^[a-z][a-z0-9+.-]*:\/\//.test(plain) ? plain.replace(/^[a-z0-9+.-]+:/, 'http:') : undefined;
  if (url !== undefined) return [URL.canParse(url) ? new URL(url).hostname : 'unreadable'];
  // An escaped sign is a part of the name where another one follows.
  const behindSigns = (plain.includes('@') ? plain : plain.replaceAll('%40', '@'))
    .split('@')
    .slice(1)
    .map((part) => part.trim().replace(/[;?:].*$/s, ''));
  const routes = [...plain.matchAll(/[;?&](?:maddr|route)=([^;&]*)/g)].map(([, route = '']) => route);
  return [...behindSigns, ...routes];
}

/** Why a destination ought not to have passed; `undefined` if it may. */
function breach(destination: string, { pattern, hosts }: (typeof PATTERNS)[number]): string | undefined {
  if (!isAllowed(destination, [pattern])) return undefined;
  const called = hostsIn(destination);
  if (called.length > 1) return `${pattern} lets through several hosts: ${JSON.stringify(destination)}`;
  return hosts.test(called[0] ?? '') ? undefined : `${pattern} lets through ${JSON.stringify(destination)}`;
}

describe('attack: generated URIs pass by the allow-list', () => {
  it('lets no host through that the pattern does not name', () => {
    forAll(
      fc.property(fc.oneof(address, stream), (destination) => {
        expect(PATTERNS.map((each) => breach(destination, each)).filter(Boolean)).toEqual([]);
      }),
      { numRuns: 50_000 },
    );
  });

  it('holds for what the form makes of them, too', async () => {
    const texts = fc.sample(fc.oneof(address, stream), 2_000);
    const breaches: string[] = [];
    for (const text of texts) {
      const read = await readRequest(
        { ...EMPTY_DRAFT, destination: text },
        { ...DEFAULT_SETTINGS, region: 'NO' },
      );
      if (read.ok)
        breaches.push(...PATTERNS.flatMap((each) => breach(read.value.request.destination, each) ?? []));
    }
    expect(breaches).toEqual([]);
  });

  it('meets many that are to pass, or it would hold for a list that lets nothing through', () => {
    const passed = fc
      .sample(fc.oneof(address, stream), 20_000)
      .filter((destination) => PATTERNS.some(({ pattern }) => isAllowed(destination, [pattern])));
    expect(passed.length).toBeGreaterThan(100);
  });
});
