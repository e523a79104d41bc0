import { describe, expect, it } from 'vitest';
import { toDialRequest } from '../../../../plugin/classic/api/dial-out';

describe('dialOut(alias, protocol, role, callback, params)', () => {
  it.each([
    [
      'the recording plugin',
      ['a@b.c', 'auto', 'guest', { streaming: true }],
      { streaming: 'yes', role: 'GUEST' },
    ],
    ['a flag that is off', ['a@b.c', 'sip', 'host', { streaming: false }], { streaming: 'no', role: 'HOST' }],
    ['the role as the roster has it', ['a@b.c', 'sip', 'chair', undefined], { role: 'HOST' }],
    [
      'PexRTC’s names',
      ['rtmp://x/y', 'rtmp', 'GUEST', { presentation_uri: 'rtmp://x/z', overlay_text: 'REC' }],
      { presentation_url: 'rtmp://x/z', text: 'REC' },
    ],
    [
      'the node’s names',
      ['a@b.c', 'sip', 'guest', { call_type: 'audio', remote_display_name: 'A' }],
      { call_type: 'audio', remote_display_name: 'A' },
    ],
  ])('%s', (_, [alias, protocol, role, params], expected) => {
    expect(toDialRequest(alias, protocol, role, params)).toEqual({
      ok: true,
      value: expect.objectContaining(expected),
    });
  });

  it('leaves out what nobody knows', () => {
    const request = toDialRequest('a@b.c', 'auto', 'guest', { colour: 'red' });
    expect(request).toEqual({ ok: true, value: { destination: 'a@b.c', protocol: 'auto', role: 'GUEST' } });
  });

  it.each([
    [['', 'auto', 'guest'], 'destination'],
    [['a@b.c', 'carrier-pigeon', 'guest'], 'protocol'],
    [['a@b.c', 'auto', 'king'], 'role'],
  ])('%j is refused by its field', ([alias, protocol, role], field) => {
    const request = toDialRequest(alias, protocol, role, undefined);
    expect(request.ok ? [] : request.error.map((problem) => problem.field)).toEqual([field]);
  });
});
