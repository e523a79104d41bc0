import { describe, expect, it } from 'vitest';
import { entryOf, isStorable, merged } from '../../../../panel/history/entry';
import { EMPTY_DRAFT } from '../../../../panel/request/draft';
import { readRequest } from '../../../../panel/request/read-request';
import type { DialRequest } from '../../../../protocol/dial-fields';
import { DEFAULT_SETTINGS } from '../../../../settings/settings';
import { aCall } from '../fixture';

/** The same numbers in every run, from 0 to below `limit`. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const entryOfRequest = (request: DialRequest) =>
  entryOf(
    aCall(request.destination, { id: 'new', request, displayName: `Call to ${request.destination}` }),
    'qa.meeting',
  );
const before = ['alice@example.com', '+4722334455'].map((destination, index) =>
  entryOf(aCall(destination, { id: `before-${index}` }), undefined),
);

/** Digits that no host, room or number of these tests has. */
const SECRET = '907856';
const USERS = ['alice', '1001', 'room-12', '+4722334455', '0897312345', 'ann%25', 'a.b'];
const HOSTS = ['@example.com', '@10.0.0.5', '@gw.example.com:5061', '@x', ''];
const SCHEMES = ['', 'sip:', 'h323:', 'mssip:', 'sips:'];
/** How a secret is written behind a user, as documents and invitations have it. */
const BEHIND = [`,,${SECRET}#`, `,${SECRET}`, `;${SECRET}#`, `**${SECRET}`, `$$${SECRET}`, `#${SECRET}`];
const PARAMETERS = [`;pin=${SECRET}`, `?pin=${SECRET}`, `;passcode=${SECRET}`, `?x=1&password=${SECRET}`];
const STREAMS = [
  'rtmp://live.example.com/',
  'rtmps://live.example.com:443/app/',
  'rtmp:host/app/',
  'rtmp://h/a/b/',
];
const STREAM_KEYS = [SECRET, `key?name=${SECRET}`, `${SECRET}?x=1`, `k-${SECRET}`];

describe('the history of generated calls', () => {
  it('never has a secret of the known ways to write one', () => {
    const next = generator(7);
    const pick = <T>(list: readonly T[]) => list[next(list.length)] as T;
    const kept: string[] = [];
    const destinations = Array.from({ length: 20_000 }, () => {
      switch (next(6)) {
        case 0:
          return `${pick(STREAMS)}${pick(STREAM_KEYS)}`;
        case 1:
          return `${pick(SCHEMES)}${pick(USERS)}${pick(HOSTS)}${pick(PARAMETERS)}`;
        case 2:
          return `${pick(SCHEMES)}alice:${SECRET}@example.com`;
        case 3:
          return `10.0.0.5##${pick(['4711', 'room'])}${pick([`##${SECRET}`, `#${SECRET}`, `**${SECRET}`])}`;
        default:
          return `${pick(SCHEMES)}${pick(USERS)}${pick(BEHIND)}${pick(HOSTS)}`;
      }
    });
    for (const destination of destinations) {
      const entry = entryOfRequest({ destination, role: 'GUEST', protocol: 'auto' });
      if (JSON.stringify(entry).includes(SECRET)) kept.push(destination);
    }
    expect([...new Set(kept)]).toEqual([]);
  });

  it('has every text that is dialed, and harms no other entry', async () => {
    const next = generator(11);
    const alphabet = [
      ...'0123456789+*#,;:@/.?&=%$ -_()[]<>"abcsiptelrtmpxyzÅé٤３\u200b\u2066\ufe0f\t😀\ud800',
    ];
    let dialed = 0;
    for (let round = 0; round < 5_000; round += 1) {
      const length = 1 + next(24);
      const text = Array.from({ length }, () => alphabet[next(alphabet.length)]).join('');
      const read = await readRequest(
        { ...EMPTY_DRAFT, destination: text },
        { ...DEFAULT_SETTINGS, region: 'NO' },
      );
      if (!read.ok) continue;
      dialed += 1;
      const entry = entryOfRequest(read.value.request);
      expect(entry && isStorable(entry), JSON.stringify(text)).toBe(true);
      const known = before.filter((each) => each !== undefined);
      if (entry) expect(merged(known, [entry])).toEqual(expect.arrayContaining([...known, entry]));
    }
    expect(dialed).toBeGreaterThan(1_000);
  });
});
