import { describe, expect, it } from 'vitest';
import { DIAL_FIELDS } from '../../../protocol/dial-fields';
import { parseDialRequest } from '../../../protocol/dial-request';
import { inEnglish } from '../../../protocol/english';
import { COMPLETE_REQUEST } from '../../fixtures/complete-request';

const minimal = { role: 'GUEST', destination: 'alice@example.com', protocol: 'auto' };

describe('a dial request', () => {
  it('has the twelve fields of the seed document', () => {
    expect(DIAL_FIELDS.toSorted()).toEqual(Object.keys(COMPLETE_REQUEST).toSorted());
  });

  it('passes whole', () => {
    expect(parseDialRequest(COMPLETE_REQUEST)).toEqual({ ok: true, value: COMPLETE_REQUEST });
  });

  it('leaves out what is absent, blank or unknown', () => {
    const given = { ...minimal, call_type: '', text: null, source: undefined, custom: 'x', action: 'y' };
    expect(parseDialRequest(given)).toEqual({ ok: true, value: minimal });
  });

  it('trims the destination', () => {
    expect(parseDialRequest({ ...minimal, destination: '  alice@example.com ' })).toEqual({
      ok: true,
      value: minimal,
    });
  });

  it.each([
    ['role', {}, 'role is required'],
    ['role', { role: 'guest' }, 'role must be one of HOST, GUEST, not "guest"'],
    ['destination', { destination: undefined }, 'destination is required'],
    ['destination', { destination: '   ' }, 'destination must not be empty'],
    ['destination', { destination: 7 }, 'destination must be text'],
    ['destination', { destination: 'a'.repeat(513) }, 'destination must have at most 512 characters'],
    ['protocol', { protocol: 'skype' }, 'protocol must be one of sip, h323, rtmp, mssip, auto, not "skype"'],
    ['call_type', { call_type: 'fax' }, 'call_type must be one of video, video-only, audio, not "fax"'],
    ['streaming', { streaming: true }, 'streaming must be one of yes, no, not true'],
    ['text', { text: ['a'] }, 'text must be text'],
  ])('names the field %s: %j', (field, change, message) => {
    const given = field === 'role' && !('role' in change) ? { ...minimal, role: undefined } : minimal;
    const parsed = parseDialRequest({ ...given, ...change });
    expect(parsed).toMatchObject({ ok: false, error: [{ field }] });
    expect(parsed.ok ? [] : parsed.error.map(inEnglish)).toEqual([message]);
  });

  it('lists every field that is wrong', () => {
    const parsed = parseDialRequest({ destination: 'a', protocol: 'x' });
    expect(parsed.ok ? [] : parsed.error.map(({ field }) => field)).toEqual(['role', 'protocol']);
  });

  it('refuses what isn’t an object', () => {
    expect(parseDialRequest('alice')).toMatchObject({ ok: false, error: [{ fault: 'object' }] });
  });
});
