import { describe, expect, it } from 'vitest';
import { isAllowed } from '../../../settings/allow-list';

/** Each with the pattern that it tries to pass by. */
const ATTACKS: [destination: string, pattern: string][] = [
  ['alice@good.example;maddr=evil.test', '*@good.example'],
  ['sip:alice@good.example;transport=tls;maddr=evil.test', '*@good.example'],
  ['alice@good.example;route=<sip:evil.test>', '*@good.example'],
  ['alice@good.example?route=%3Csip:evil.test%3E', '*@good.example'],
  ['alice@good.example:evil.test', '*@good.example'],
  ['alice@good.example:5060@evil.test', '*@good.example'],
  ['evil.test;x=@good.example', '*@good.example'],
  ['evil.test?x=@good.example', '*@good.example'],
  ['evil.test x@good.example', '*@good.example'],
  ['<sip:m@evil.test>;x@good.example', '*@good.example'],
  ['"m@evil.test" alice@good.example', '*@good.example'],
  ['alice@evil.test,bob@good.example', '*@good.example'],
  ['alice@evil.test good.example', '*@*good.example'],
  ['alice@evil.test,good.example', '*@*good.example'],
  ['alice@evil.test#.good.example', '*@*.good.example'],
  ['alice@evil.test%00.good.example', '*@*.good.example'],
  ['alice@evil.test\u200B.good.example', '*@*.good.example'],
  ['alice@evil.test。good.example', '*@*good.example'],
  ['alice@good.example.evil.test', '*@good.example'],
  ['alice@[2001:db8::2]', '*@[2001:db8::1]'],
  ['alice@[::1]', '*@[2001:db8::1]'],
  ['10.0.0.1', '1*'],
  ['1.2.3.4##1001', '1*'],
  ['h323:192.0.2.1', '1*'],
  ['167772165', '1*'],
  ['sip:167772165', '1*'],
  ['167772165:5060', '1*'],
  ['167772165##1001', '1*'],
  ['167772165;transport=tls', '1*'],
  ['１６７７７２１６５', '1*'],
  ['4294967295', '4*'],
  ['0xa000005', '0*'],
  ['0XA000005', '0*'],
  ['0x0a.0.0.5', '0*'],
  ['01200000005', '0*'],
  ['012.0.0.5', '0*'],
  ['012.5', '0*'],
  ['10.1', '1*'],
  ['10.0.5', '1*'],
  ['10.1.', '1*'],
  ['127.1', '12*'],
  ['127.0x1', '12*'],
  ['[2001:db8::1]', '*1*'.slice(1)],
  ['+4722334455@evil.test', '+47*'],
  ['+47@evil.test;x=1', '+47*'],
  ['+47%40evil.test', '+47*'],
  ['+4722334455;maddr=evil.test', '+47*'],
  ['+4722334455;transport=tls;Route=<sip:evil.test>', '+47*'],
  ['+4722334455?Route=%3Csip:evil.test%3E', '+47*'],
  ['rtmp://evil.test/live/x@good.example', '*@good.example'],
  ['rtmp://live.example/app/../admin/key', 'rtmp://live.example/app/*'],
  ['rtmp://live.example/app/%2e%2E/admin/key', 'rtmp://live.example/app/*'],
  ['rtmp://live.example/app/.%2e/admin', 'rtmp://live.example/app/*'],
  ['rtmp://evil.test%2f.live.example/app', 'rtmp://*.live.example/*'],
  ['rtmp://evil.test;.live.example/app', 'rtmp://*.live.example/*'],
  ['rtmp://evil.test:80.live.example/app', 'rtmp://*.live.example/*'],
  ['rtmp://live.example:pass@evil.test/app', 'rtmp://live.example*/*'],
  ['rtmp://live.example?@evil.test/app', 'rtmp://live.example*/*'],
  ['https://live.example/app', 'rtmp://live.example/*'],
];

describe('attack: a destination passes by the allow-list', () => {
  it.each(ATTACKS)('refuses %s by the pattern %s', (destination, pattern) => {
    expect(isAllowed(destination, [pattern])).toBe(false);
  });

  it.each([
    ['alice@good.example', '*@good.example'],
    ['sips:ALICE@GOOD.example:5061;transport=TLS', '*@good.example'],
    ['alice@good.example;user=phone', 'alice@good.example'],
    ['alice@[2001:db8::1]:5060', '*@[2001:db8::1]'],
    ['alice@bücher.example', '*@bücher.example'],
    ['10.0.0.1', '10.0.0.1'],
    ['john.doe', 'john*'],
    ['1001', '1*'],
    ['16777215', '1*'],
    ['4722334455', '47*'],
    ['0891234567', '0*'],
    ['0xalice', '0*'],
    ['10.1.example', '10*'],
    ['1-2-3', '1*'],
    ['sip:167772165', '167772165'],
    ['22334455', '22334455'],
    ['22334455@good.example', '22*@good.example'],
    ['+4722334455,,1234#', '+47*'],
    ['room*12@good.example', '*@good.example'],
    ['rtmp://live.example:1935/app/key?x=1', 'rtmp://live.example:1935/app/*'],
    ['alice@good.example;maddr=gw.example', 'alice@good.example;maddr=gw.example'],
  ])('lets %s through by the pattern %s', (destination, pattern) => {
    expect(isAllowed(destination, [pattern])).toBe(true);
  });

  it.each([
    ['many stars', '1'.repeat(400_000), `${'*1'.repeat(5_000)}*y`],
    ['a host without end', `a@${'a.'.repeat(200_000)}`, '*@*.b'],
    ['colons without end', ':'.repeat(400_000), '1*'],
    ['signs without end', '@'.repeat(400_000), '*@b'],
    ['parameters without end', `a@b${';transport=tls'.repeat(40_000)};x`, '*@b'],
    ['dots without end', `rtmp://b/${'/.'.repeat(200_000)}`, 'rtmp://b/*'],
    ['a scheme without end', `${'a+'.repeat(200_000)}://b`, 'rtmp://b/*'],
  ])('answers to %s', (_, destination, pattern) => {
    expect(isAllowed(destination, [pattern])).toBe(false);
  });
});
