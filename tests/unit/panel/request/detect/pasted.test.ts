import { describe, expect, it } from 'vitest';
import { detect } from '../../../../../panel/request/detect/detect';
import { readPlain } from '../../../../../panel/request/detect/plain';

/** What is pasted, and the protocol and destination that would be sent; '' cannot be dialed. */
const PASTED: readonly [pasted: string, protocol: string, destination: string, tones?: string][] = [
  // Addresses without a scheme say nothing of the protocol.
  ['alice@example.com', 'auto', 'alice@example.com'],
  ['  alice@example.com\n', 'auto', 'alice@example.com'],
  ['alice', 'auto', 'alice'],
  ['meet.alice', 'auto', 'meet.alice'],
  ['1234', 'auto', '1234'],
  ['alice@10.0.0.5', 'auto', 'alice@10.0.0.5'],
  ['alice@example.com:5061', 'auto', 'alice@example.com:5061'],
  ['example.com:5060', 'auto', 'example.com:5060'],
  ['10.0.0.5', 'auto', '10.0.0.5'],
  ['[2001:db8::5]', 'auto', '[2001:db8::5]'],
  ['"Alice Smith" <alice@example.com>', 'auto', 'alice@example.com'],
  ['Alice <sip:alice@example.com>', 'sip', 'alice@example.com'],
  ['<alice@example.com>', 'auto', 'alice@example.com'],
  ['"alice@example.com"', 'auto', 'alice@example.com'],
  ['mailto:alice@example.com?subject=Hi', 'auto', 'alice@example.com'],
  ['Third floor', 'auto', 'Third floor'],
  // SIP
  ['sip:alice@example.com', 'sip', 'alice@example.com'],
  ['SIP:alice@example.com', 'sip', 'alice@example.com'],
  ['sip: alice@example.com', 'sip', 'alice@example.com'],
  ['sip://alice@example.com', 'sip', 'alice@example.com'],
  ['sip:alice%40example.com', 'sip', 'alice@example.com'],
  ['sip:alice@example.com;transport=tls', 'sip', 'alice@example.com;transport=tls'],
  ['sip:alice@example.com?subject=Lunch', 'sip', 'alice@example.com'],
  ['sip:+4722334455@example.com;user=phone', 'sip', '+4722334455@example.com;user=phone'],
  ['sip:100%@example.com', 'sip', '100%@example.com'],
  ['sips:alice@example.com', 'sip', 'sips:alice@example.com'],
  // H.323
  ['h323:room@example.com', 'h323', 'room@example.com'],
  ['h323:10.0.0.5', 'h323', '10.0.0.5'],
  ['H323://10.0.0.5', 'h323', '10.0.0.5'],
  ['10.0.0.5##4711', 'h323', '10.0.0.5##4711'],
  // RTMP
  ['rtmp://live.example.com/app/key', 'rtmp', 'rtmp://live.example.com/app/key'],
  ['rtmps://live.example.com:443/app/key?a=b', 'rtmp', 'rtmps://live.example.com:443/app/key?a=b'],
  ['RTMP://live.example.com/app/Key', 'rtmp', 'RTMP://live.example.com/app/Key'],
  ['rtsp://camera.example.com/1', 'auto', ''],
  ['srt://live.example.com:9000', 'auto', ''],
  // Teams and Skype
  ['mssip:alice@example.com', 'mssip', 'alice@example.com'],
  ['im:sip:alice@example.com', 'mssip', 'alice@example.com'],
  ['alice@contoso.onmicrosoft.com', 'mssip', 'alice@contoso.onmicrosoft.com'],
  [
    'sip:alice@example.com;gruu;opaque=app:conf:focus:id:ABC123',
    'mssip',
    'alice@example.com;gruu;opaque=app:conf:focus:id:ABC123',
  ],
  [
    'conf:sip:alice@example.com;gruu;opaque=app:conf:focus:id:ABC123',
    'mssip',
    'alice@example.com;gruu;opaque=app:conf:focus:id:ABC123',
  ],
  ['skype:alice?call', 'auto', ''],
  ['msteams:/l/meetup-join/1', 'auto', ''],
  // Phone numbers
  ['+4722334455', 'auto', '+4722334455'],
  ['+47 22 33 44 55', 'auto', '+4722334455'],
  ['\u202a+47 22 33 44 55\u202c', 'auto', '+4722334455'],
  ['+47\u00a022\u00a033\u00a044\u00a055', 'auto', '+4722334455'],
  ['+1 (202) 555-0123', 'auto', '+12025550123'],
  ['+44 (0)20 7946 0123', 'auto', '+442079460123'],
  ['tel:+47-22-33-44-55', 'auto', '+4722334455'],
  ['tel:+4722334455;phone-context=example.com', 'auto', '+4722334455'],
  ['callto:+4722334455', 'auto', '+4722334455'],
  ['callto:alice@example.com', 'auto', 'alice@example.com'],
  ['22 33 44 55', 'auto', '+4722334455'],
  ['22.33.44.55', 'auto', '22.33.44.55'],
  ['(22) 33-44-55', 'auto', '+4722334455'],
  ['0047 22 33 44 55', 'auto', '+4722334455'],
  ['+47 22 33 44 55,,1234#', 'auto', '+4722334455', ',,1234#'],
  ['+1 202-555-0123;987#', 'auto', '+12025550123', ',987#'],
  ['+1 202 555 0123 ext. 42', 'auto', '+12025550123'],
  ['tel:+12025550123;ext=42', 'auto', '+12025550123'],
  ['+999 12 34 56', 'auto', '+999123456'],
  ['tel:112', 'auto', '112'],
  ['00 00 00 00 00', 'auto', '0000000000'],
  // Pexip's own links
  ['https://meet.example.com/webapp3/m/team.sync', 'auto', 'team.sync@meet.example.com'],
  ['https://meet.example.com/sales/m/alice', 'auto', 'alice@meet.example.com'],
  ['https://meet.example.com/sales/m/alice/step-by-step?role=guest', 'auto', 'alice@meet.example.com'],
  ['https://meet.example.com/sales/m/alice%40example.com', 'auto', 'alice@example.com'],
  ['https://meet.example.com/sales/conference?join=1&conference=bob', 'auto', 'bob@meet.example.com'],
  ['https://meet.example.com/webapp/conference?conference=bob&join=1', 'auto', 'bob@meet.example.com'],
  [
    'https://meet.example.com/webapp3/m/team.sync/step-by-step?role=guest',
    'auto',
    'team.sync@meet.example.com',
  ],
  ['https://meet.example.com/webapp3/m/alice%40example.com', 'auto', 'alice@example.com'],
  ['https://meet.example.com/webapp/?conference=team.sync', 'auto', 'team.sync@meet.example.com'],
  ['https://meet.example.com/webapp/#/?conference=alice@example.com', 'auto', 'alice@example.com'],
  ['https://meet.example.com/webapp2/conference/team.sync', 'auto', 'team.sync@meet.example.com'],
  ['https://meet.example.com/webapp/conference/team.sync?pin=1234', 'auto', 'team.sync@meet.example.com'],
  ['https://meet.example.com/webapp3/', 'auto', ''],
  ['pexip://team.sync@example.com', 'auto', 'team.sync@example.com'],
  // Other services
  ['https://zoom.us/j/12345678901?pwd=abc', 'sip', '12345678901@zoomcrc.com'],
  ['https://us02web.zoom.us/j/123456789', 'sip', '123456789@zoomcrc.com'],
  ['https://zoom.us/my/alice', 'auto', ''],
  ['https://example.webex.com/meet/alice', 'sip', 'alice@example.webex.com'],
  ['https://example.webex.com/example/j.php?MTID=m1', 'auto', ''],
  ['https://teams.microsoft.com/l/meetup-join/19%3ameeting', 'auto', ''],
  ['https://teams.live.com/meet/94123', 'auto', ''],
  ['https://meet.google.com/abc-defg-hij', 'auto', ''],
  ['https://meet.lync.com/example/alice/ABC', 'auto', ''],
  ['https://www.example.com/', 'auto', ''],
  ['https://', 'auto', ''],
  ['javascript:alert(1)', 'auto', ''],
];

describe('what is pasted, with Norway as the default country', () => {
  it('has a table worth its name', () => expect(PASTED.length).toBeGreaterThanOrEqual(60));

  it.each(PASTED)('%s → %s %s', async (pasted, protocol, destination, tones) => {
    const found = await detect(pasted, 'NO');
    expect(found).toMatchObject({ protocol, destination });
    expect(found?.tones).toBe(tones);
  });

  it.each(['', '   '])('nothing at all: %j', async (pasted) => {
    expect(await detect(pasted, 'NO')).toBeUndefined();
  });
});

describe('national numbers', () => {
  it.each([
    ['22 33 44 55', '', '22334455', ['no-region']],
    ['22 33 44 55', 'NO', '+4722334455', []],
    ['020 7946 0123', 'GB', '+442079460123', []],
    ['(202) 555-0123', 'US', '+12025550123', []],
    ['22 33 44 55', 'Atlantis', '22334455', ['unknown-number']],
    ['+47 22 33 44 55', '', '+4722334455', []],
    ['+47 1', 'NO', '+471', ['unknown-number']],
  ])('%s with country "%s" → %s', async (pasted, region, destination, notes) => {
    expect(await detect(pasted, region)).toMatchObject({ destination, notes });
  });

  it('are dialed as they stand when the numbering plans cannot be loaded', async () => {
    const found = await detect('22 33 44 55', 'NO', () => Promise.resolve(undefined));
    expect(found).toMatchObject({ destination: '22334455', notes: ['unknown-number'] });
  });
});

describe('what is recognized without a look-up', () => {
  it.each(PASTED)('%s: the same as with one, or nothing', async (pasted) => {
    const plain = readPlain(pasted);
    if (plain) expect(plain).toEqual(await detect(pasted, 'NO'));
  });

  it.each(['alice', 'alice@example.com', ' qa.meeting@example '])('%s', (typed) => {
    expect(readPlain(typed)?.destination).toBe(typed.trim());
  });
});
