import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../panel/request/redact';
import { isAllowed } from '../../../settings/allow-list/allow-list';
import { forAll } from './for-all';

const ALLOW = ['*@good.example', '+47*', 'rtmp://live.example/*', 'room-*@*.rooms.example'];
const ALLOWED_HOST = /^(?:good\.example|[^@]*\.rooms\.example)$/i;

const bits = fc.constantFrom(
  ...[
    'sip:',
    'sips:',
    'tel:',
    'rtmp://',
    'http://',
    'good.example',
    'evil.test',
    'rooms.example',
    'live.example',
  ],
  ...['+47', '22334455', 'alice', 'room-', '*', '.', ';x=', '?x=', '/', '//', '\\', ':5061', '#', '%40', ','],
  ...['\n', '\u2028', '＠', '．', ' ', '\u200B', ':secret'],
);
const text = fc.array(bits, { maxLength: 5 }).map((parts) => parts.join(''));

describe('attack: generated destinations pass by the allow-list', () => {
  it('lets no destination with a host through that it does not name', () => {
    forAll(
      fc.property(text, text, text, (user, host, more) => {
        const destination = `${user}@${host}${more}`;
        if (!isAllowed(destination, ALLOW)) return;
        const signs = destination.normalize('NFKC').split('@');
        expect(signs).toHaveLength(2);
        const [name = ''] = (signs[1] ?? '').trim().toLowerCase().split(/[;?:]/);
        expect(name).toMatch(ALLOWED_HOST);
        expect(name).not.toMatch(/[/\\]/);
      }),
      { numRuns: 60_000 },
    );
  });

  it.each([
    ['+47;x=@evil.test', false],
    ['+47?x=@evil.test', false],
    ['m@evil.test＠good.example', false],
    ['alice@evil.test,bob@good.example', false],
    ['alice＠good.example', true],
    ['ALICE@GOOD.EXAMPLE;transport=tls', true],
    ['rtmp://live.example/app/key', true],
    ['rtmp://live.example@evil.test/app', false],
    ['rtmp://live.example.evil.test/app', false],
    ['http://live.example/app', false],
    ['room-1@a.rooms.example', true],
    ['room-1@rooms.example.evil.test', false],
  ])('%s: %s', (destination, expected) => {
    expect(isAllowed(destination, ALLOW)).toBe(expected);
  });

  it('compares a pattern of many stars in one pass', () => {
    expect(isAllowed('1'.repeat(200_000), [`${'*1'.repeat(5_000)}*y`])).toBe(false);
  });
});

describe('what is written down of a destination', () => {
  it('is never empty, whatever was dialed', () => {
    forAll(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', minLength: 1 })), (destination) => {
        const { request } = redact({ destination: destination || 'x', role: 'GUEST', protocol: 'auto' });
        expect(request.destination).not.toBe('');
      }),
      { numRuns: 20_000 },
    );
  });
});
