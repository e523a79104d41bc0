import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../../branding/dev-server/settings';

describe("the dev server's settings", () => {
  it.each([
    [{}, { port: 5173, relay: false }],
    [
      { RELAY: '1', PORT: '5174' },
      { port: 5174, relay: true },
    ],
    [
      { INFINITY_URL: 'https://meet.example.com/' },
      { port: 5173, relay: false, infinity: new URL('https://meet.example.com') },
    ],
    [
      { INFINITY_URL: 'http://10.0.0.5:8443' },
      { port: 5173, relay: false, infinity: new URL('http://10.0.0.5:8443') },
    ],
  ])('%j', (env, value) => {
    expect(readSettings(env)).toEqual({ ok: true, value });
  });

  it.each([
    'meet.example.com',
    'localhost:8443',
    'https://meet.example.com/webapp3',
    'https://meet.example.com/?a=1',
    'https://me:secret@meet.example.com',
    'ftp://meet.example.com',
    'https://',
  ])('refuses INFINITY_URL=%s and shows how it is written', (url) => {
    const read = readSettings({ INFINITY_URL: url });
    expect(read).toMatchObject({
      ok: false,
      error: expect.stringContaining(`INFINITY_URL: "${url}" isn’t the URL of a deployment`),
    });
    expect(read).toMatchObject({ error: expect.stringContaining('https://meet.example.com') });
  });

  it.each(['0', '65536', 'x', '51.5'])('refuses PORT=%s', (PORT) => {
    expect(readSettings({ PORT })).toMatchObject({ ok: false, error: expect.stringContaining(`"${PORT}"`) });
  });

  it('refuses a RELAY that is neither on nor off', () => {
    expect(readSettings({ RELAY: 'yes' })).toEqual({
      ok: false,
      error: 'RELAY=yes isn’t valid. Use 0 or 1.',
    });
  });
});
