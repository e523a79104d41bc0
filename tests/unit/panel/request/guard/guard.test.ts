import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { concernsOf } from '../../../../../panel/request/guard/concerns';
import { createGuard } from '../../../../../panel/request/guard/guard';
import { isAllowed } from '../../../../../settings/allow-list/allow-list';
import { NO_POLICY } from '../../../../../settings/policy';
import { readPolicy } from '../../../../../settings/read-policy';
import { DEFAULT_SETTINGS } from '../../../../../settings/settings';
import { memoryArea } from '../../../../../settings/storage/memory';
import { until } from '../../../../until';

describe('the allow-list', () => {
  it.each([
    ['alice@example.com', ['*@example.com'], true],
    ['ALICE@Example.com', ['*@example.com'], true],
    ['sips:alice@example.com', ['*@example.com'], true],
    ['alice@example.com.evil.example', ['*@example.com'], false],
    ['alice@examplexcom', ['*@example.com'], false],
    ['+4722334455', ['*@example.com', '+47*'], true],
    ['+4622334455', ['+47*'], false],
    ['sip:bob@evil.example', ['sip:*@example.com'], false],
    ['rtmp://evil.test/live/x@example.com', ['*@example.com'], false],
    ['m@evil.test;x=@example.com', ['*@example.com'], false],
    ['m@evil.test?x=@example.com', ['*@example.com'], false],
    ['m@evil.test\n@example.com', ['*@example.com'], false],
    ['+4722334455@evil.test', ['+47*'], false],
    ['alice@example.com:5061', ['*@example.com'], true],
    ['alice@example.com;transport=tls', ['*@example.com'], true],
    ['anything', [], false],
  ])('%s with %j: %s', (destination, allow, expected) => {
    expect(isAllowed(destination, allow)).toBe(expected);
  });
});

describe('expensive numbers', () => {
  const NORWAY = { region: 'NO', premium: true, foreign: true };
  it.each([
    ['+4782012345', 'premium'],
    ['82012345', 'premium'],
    ['mssip:+4782012345', 'premium'],
    ['SIP:+4782012345@gateway.example.com', 'premium'],
    ['sip:tel:+4782012345', 'premium'],
    ['callto://+4782012345', 'premium'],
    ['%2B4782012345', 'premium'],
    ['sip:%252B47820%312345@gateway.example.com', 'premium'],
    ['%E2%80%8B+4782012345', 'premium'],
    ['%2B47820%zz12345@%ff', undefined],
    ['%2B4782012345@%ff', 'premium'],
    ['+47\u200b820\u00ad12345', 'premium'],
    ['\u2066+4782012345\u2069', 'premium'],
    ['+47\u3164820\ufe0f12345', 'premium'],
    ['+４７８２０１２３４５', 'premium'],
    ['+4782012345;phone-context=example.com', 'premium'],
    ['+4782012345@gateway.example.com', 'premium'],
    ['+٤٧٨٢٠١٢٣٤٥', 'premium'],
    ['+47 (0) 820 12 345', 'premium'],
    ['+47\t820 12345', 'premium'],
    ['im:sip:+4782012345@x', 'premium'],
    ['x-sip:+4782012345', 'premium'],
    ['alice:+4782012345@gateway.example.com', 'premium'],
    ['+4782012345:secret@gateway.example.com', 'premium'],
    ['"+4782012345"', 'premium'],
    ['<sip:+4782012345@x>', 'premium'],
    ['*31#+4782012345', 'premium'],
    ['#31#82012345', 'premium'],
    ['9,+4782012345', 'premium'],
    ['+4782012345#', 'premium'],
    ['+4782012345**1@x', 'premium'],
    ['82012345#1234', 'premium'],
    ['tel:12345;phone-context=+47820', 'premium'],
    ['room+4782012345@x', 'premium'],
    ['0,004782012345', 'premium'],
    ['9,,82012345', 'premium'],
    ['0p0047 820 12345', 'premium'],
    ['0,0046812345678', 'foreign'],
    ['0004782012345', 'premium'],
    ['000 47 820 12345', 'premium'],
    ['9004782012345@gateway.example.com', 'premium'],
    ['982012345', 'premium'],
    ['082012345', 'premium'],
    ['901119005551234', 'premium'],
    ['+1900FLOWERS', 'premium'],
    ['1-900-flowers', undefined],
    ['+1 900 flowers', 'premium'],
    ['sip:+1900FLOWERS@gateway.example.com', 'premium'],
    ['001 900 FLOWERS', 'premium'],
    ['820FLOWE', 'premium'],
    ['820flowe@example.com', undefined],
    ['+4722334455,,82012345#', undefined],
    ['22334455,,0047820123#', undefined],
    ['10.0.0.5##4782012345', undefined],
    ['192.168.100.200', undefined],
    ['rtmp://live.example.com/app/+4782012345', undefined],
    ['room12345678', undefined],
    ['+46812345678', 'foreign'],
    ['+80012345678', 'foreign'],
    ['+4722334455', undefined],
    ['alice@example.com', undefined],
    ['1234', undefined],
  ])('%s: %s', async (destination, concern) => {
    expect((await concernsOf([destination], NORWAY)).get(destination)).toBe(concern);
  });

  it('are looked for in text without end, too', async () => {
    for (const sign of ['\t', ' \t', '(1', '-', '+1'])
      expect((await concernsOf([`1${sign.repeat(20_000)}x`], NORWAY)).size).toBe(0);
  });

  it('are not looked for unless somebody wants to be asked', async () => {
    const off = { region: 'NO', premium: false, foreign: false };
    expect((await concernsOf(['+4782012345'], off)).size).toBe(0);
    expect((await concernsOf(['+46812345678'], { ...off, foreign: true, region: '' })).size).toBe(0);
  });

  it.each([true, false])('are asked about, and the answer counts: %s', async (yes) => {
    const settings = signal({ ...DEFAULT_SETTINGS, region: 'NO', confirmPremium: true });
    const guard = createGuard(
      settings,
      signal(NO_POLICY),
      memoryArea(),
      Date.now,
      new AbortController().signal,
    );
    const answered = guard.confirm([{ destination: '+4782012345' }], undefined);
    await until(() => expect(guard.question.value?.details.join()).toContain('premium-rate'));
    guard.question.value?.answer(yes);
    expect(await answered).toBe(yes ? 'yes' : 'no');
    expect(guard.question.value).toBeUndefined();
  });

  it('are not dialed when the panel ends', async () => {
    const stop = new AbortController();
    const settings = signal({ ...DEFAULT_SETTINGS, region: 'NO', confirmPremium: true });
    const guard = createGuard(settings, signal(NO_POLICY), memoryArea(), Date.now, stop.signal);
    const answered = guard.confirm([{ destination: '+4782012345' }], undefined);
    await until(() => expect(guard.question.value).toBeDefined());
    stop.abort();
    expect(await answered).toBe('no');
  });
});

describe('the policy', () => {
  it('is read', () => {
    const preset = { name: 'Reception', destination: '+4722334455' };
    expect(
      readPolicy({ allow: ['+47*'], presets: [preset], settings: { region: 'NO', history: false } }),
    ).toEqual({
      allow: ['+47*'],
      allows: expect.any(Function),
      presets: [preset],
      settings: { region: 'NO', history: false },
      sites: [],
      locks: [],
      problems: [],
    });
  });

  it('that cannot be read lets nothing through, and says what is wrong', () => {
    const policy = readPolicy({
      allow: '*@example.com',
      presets: 'Nobody',
      settings: { perMinute: 'many', other: 1 },
    });
    expect(policy).toMatchObject({ allow: [], presets: [], settings: {} });
    expect(policy.problems).toEqual([
      'allow must be a list of patterns, such as ["*@example.com", "+47*"]. ' +
        'Until this is fixed, nothing can be dialed.',
      'presets must be a list.',
      'settings.perMinute must be a whole number from 0 to 600.',
      expect.stringContaining('settings.other isn’t a value of the policy.'),
    ]);
  });
});
