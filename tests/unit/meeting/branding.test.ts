import { afterEach, describe, expect, it, vi } from 'vitest';
import { readAddress } from '../../../meeting/webapp3/app/address';
import { loadBranding } from '../../../meeting/webapp3/app/branding';

const MANIFEST = 'http://127.0.0.1:8081/webapp3/branding/manifest.json';

async function load(body: string, status = 200) {
  const response = new Response(body, { status });
  Object.defineProperty(response, 'url', { value: MANIFEST });
  vi.stubGlobal('fetch', async () => response);
  const problems: string[] = [];
  const branding = await loadBranding(MANIFEST, (problem) => problems.push(problem));
  return { branding, problems };
}
afterEach(() => vi.unstubAllGlobals());

describe('a branding', () => {
  it('has its paths resolved against its own address, queries kept', async () => {
    const src = './plugins/p/index.html?hostOrigins=https://chat.example.com';
    const { branding } = await load(
      JSON.stringify({ plugins: [{ id: 'p', src, sandboxValues: ['allow-popups', 1] }] }),
    );
    expect(branding.plugins).toEqual([
      {
        id: 'p',
        src: 'http://127.0.0.1:8081/webapp3/branding/plugins/p/index.html?hostOrigins=https://chat.example.com',
        sandboxValues: ['allow-popups'],
      },
    ]);
  });

  it('hides what applicationConfig names', async () => {
    const applicationConfig = { hiddenFunctionality: ['button-chat'] };
    const { branding } = await load(JSON.stringify({ brandName: 'B', applicationConfig }));
    expect(branding).toEqual({ brandName: 'B', plugins: [], hiddenFunctionality: ['button-chat'] });
  });

  it.each([
    ['not there', 'Not found', 404, 'answers 404'],
    ['no JSON', '{', 200, 'is not a JSON object'],
    ['no object', '[]', 200, 'is not a JSON object'],
    ['a plugin without src', '{"plugins":[{"id":"p"}]}', 200, 'needs an id and a src'],
    ['a src that is no URL', '{"plugins":[{"id":"p","src":"http://["}]}', 200, 'a src that is no URL'],
  ])('that is broken (%s) says so and loads no plugin', async (_case, body, status, words) => {
    const { branding, problems } = await load(body, status);
    expect(branding.plugins).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(words)]);
  });
});

describe('an address', () => {
  it.each([
    [
      '/webapp3/m/qa.meeting',
      '',
      { alias: 'qa.meeting', displayName: 'You', pin: undefined, waitsForJoin: false },
    ],
    [
      '/webapp3/m/a%20b/',
      '?name=Ada&pin=1',
      { alias: 'a b', displayName: 'Ada', pin: '1', waitsForJoin: false },
    ],
    [
      '/webapp3/m/x',
      '?role=guest&join=manual',
      { alias: 'x', displayName: 'You', pin: 'none', waitsForJoin: true },
    ],
  ])('%s%s', (pathname, search, address) => {
    expect(readAddress({ pathname, search })).toEqual(address);
  });
});
