import { describe, expect, it } from 'vitest';
import { readHostOrigins } from '../../../protocol/host-origins';

describe('the list of allowed host origins', () => {
  it.each([
    ['', { any: true }],
    ['?relay=1', { any: true }],
    ['?hostOrigins=https://chat.example.com', { any: false, allowed: ['https://chat.example.com'] }],
    ['?hostOrigins=https://chat.example.com/', { any: false, allowed: ['https://chat.example.com'] }],
    [
      '?hostOrigins=https://a.example:8443,%20http://localhost:3000',
      { any: false, allowed: ['https://a.example:8443', 'http://localhost:3000'] },
    ],
    [
      '?hostOrigins=https://a.example&hostOrigins=https://b.example',
      { any: false, allowed: ['https://a.example', 'https://b.example'] },
    ],
    ['?hostOrigins=https://b%C3%BCcher.example', { any: false, allowed: ['https://xn--bcher-kva.example'] }],
    ['?hostOrigins=https://[2001:db8::1]:8443', { any: false, allowed: ['https://[2001:db8::1]:8443'] }],
  ])('%s', (search, value) => {
    expect(readHostOrigins(search)).toEqual({ ok: true, value });
  });

  it.each([
    ['?hostOrigins=', '""'],
    ['?hostOrigins=chat.example.com', '"chat.example.com"'],
    ['?hostOrigins=https://a.example,', '""'],
    ['?hostOrigins=https://a.example,nonsense', '"nonsense"'],
    ['?hostOrigins=https://a.example/path', '"https://a.example/path"'],
    ['?hostOrigins=*', '"*"'],
    ['?hostOrigins=https://*.example.com', '"https://*.example.com"'],
    ['?hostOrigins=https://%252A.example.com', '"https://%2A.example.com"'],
    ['?hostOrigins=https://example.com:*', '"https://example.com:*"'],
    ['?hostOrigins=null', '"null"'],
    ['?hostOrigins=javascript:alert(1)', '"javascript:alert(1)"'],
    ['?hostOrigins=https://user@a.example', '"https://user@a.example"'],
    ['?hostOrigins=https://(a|b).example', '"https://(a|b).example"'],
    ['?hostOrigins=https://{sub}.example', '"https://{sub}.example"'],
    ['?hostOrigins=https://$host.example', '"https://$host.example"'],
    ['?hostOrigins=https://~a.example', '"https://~a.example"'],
    ['?hostOrigins=https://a.example;https://b.example', '"https://a.example;https://b.example"'],
  ])('refuses all of %s and names the mistake', (search, named) => {
    const read = readHostOrigins(search);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.error).toContain(`hostOrigins: ${named} is not an origin`);
  });

  describe('attack: a typo in hostOrigins opens the door', () => {
    it.each([
      ['?hostorigins=https://a.example', 'hostorigins'],
      ['?hostOrigin=https://a.example', 'hostOrigin'],
      ['?relay=1&amp;hostOrigins=https://a.example', 'amp;hostOrigins'],
      ['?hostOrigins=https://a.example&hostorigins=https://b.example', 'hostorigins'],
      ['?hostOrigins%20=https://a.example', 'hostOrigins '],
    ])('refuses everybody for the unknown name in %s', (search, name) => {
      const read = readHostOrigins(search);
      expect(!read.ok && read.error).toContain(`"${name}" is not a setting`);
    });
  });
});
