import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../scripts/scenario/arguments';

describe('npm run scenario', () => {
  it('reads what it is asked for', () => {
    const args = ['a.json', '--url', 'https://example.com/?a=b', '--browser', 'firefox'];
    const more = ['--var', 'to=a=b', '--var', 'from=', '--junit', 'out.xml', '--screenshots', 'pictures'];
    expect(readArguments([...args, ...more])).toEqual({
      ok: true,
      value: {
        file: 'a.json',
        url: 'https://example.com/?a=b',
        browser: 'firefox',
        variables: { to: 'a=b', from: '' },
        junit: 'out.xml',
        screenshots: 'pictures',
      },
    });
  });

  it('takes Chromium where no browser is named, and tells its usage', () => {
    expect(readArguments(['a.json', '--url', 'http://localhost/'])).toMatchObject({
      value: { browser: 'chromium' },
    });
    expect(readArguments(['--help'])).toEqual({ ok: true, value: undefined });
  });

  it.each([
    [[], 'No scenario given.'],
    [['a.json'], 'Add --url'],
    [['a.json', 'b.json', '--url', 'https://example.com'], 'Unexpected: b.json'],
    [['a.json', '--url', 'example.com'], 'starts with https://'],
    [['a.json', '--url', 'file:///etc/passwd'], 'starts with https://'],
    [['a.json', '--url', 'https://example.com', '--browser', 'safari'], 'chromium or firefox, not "safari"'],
    [['a.json', '--url', 'https://example.com', '--var', 'alice'], '--var takes NAME=VALUE, not "alice"'],
    [['a.json', '--url', 'https://example.com', '--retries', '3'], '--retries'],
  ])('says of %j what to write instead', (args, says) => {
    expect(readArguments(args)).toEqual({ ok: false, error: expect.stringContaining(says) });
  });
});
