import { afterEach, describe, expect, it, vi } from 'vitest';
import { readAddress } from '../../../meeting/webapp3/app/address';
import { loadBranding } from '../../../meeting/webapp3/config/branding';

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

  it('may leave out the id of a plugin, as Pexip’s own example does', async () => {
    const { branding, problems } = await load('{"plugins":[{"src":"./p/index.html"}]}');
    const src = 'http://127.0.0.1:8081/webapp3/branding/p/index.html';
    expect({ plugins: branding.plugins, problems }).toEqual({
      plugins: [{ src, sandboxValues: [] }],
      problems: [],
    });
  });

  it('loses the sandbox words that Web App 3 drops, and reports them', async () => {
    const sandboxValues = ['allow-forms', 'allow-modals', 'allow-same-origin', 'allow-top-navigation'];
    const { branding, problems } = await load(
      JSON.stringify({ plugins: [{ id: 'p', src: './p/', sandboxValues }] }),
    );
    expect(branding.plugins[0]?.sandboxValues).toEqual(['allow-forms', 'allow-same-origin']);
    expect(problems).toEqual([expect.stringContaining('allow-modals, allow-top-navigation')]);
  });

  it('hides what applicationConfig names', async () => {
    const applicationConfig = { hiddenFunctionality: ['button-chat'] };
    const { branding } = await load(JSON.stringify({ brandName: 'B', applicationConfig }));
    expect(branding).toMatchObject({ brandName: 'B', plugins: [], hiddenFunctionality: ['button-chat'] });
  });

  it.each([
    ['not there', 'Not found', 404, 'answers 404'],
    ['no JSON', '{', 200, 'is not a JSON object'],
    ['no object', '[]', 200, 'is not a JSON object'],
    ['a plugin without src', '{"plugins":[{"id":"p"}]}', 200, 'needs a src'],
    ['a src that isn’t a URL', '{"plugins":[{"id":"p","src":"http://["}]}', 200, 'a src that isn’t a URL'],
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
      {
        alias: 'qa.meeting',
        webAppPath: '/webapp3/',
        displayName: 'You',
        pin: undefined,
        waitsForJoin: false,
      },
    ],
    [
      '/webapp3/m/a%20b/',
      '?name=Ada&pin=1',
      { alias: 'a b', webAppPath: '/webapp3/', displayName: 'Ada', pin: '1', waitsForJoin: false },
    ],
    [
      '/webapp3/m/x',
      '?role=guest&join=manual',
      { alias: 'x', webAppPath: '/webapp3/', displayName: 'You', pin: 'none', waitsForJoin: true },
    ],
  ])('%s%s', (pathname, search, address) => {
    expect(readAddress({ pathname, search })).toEqual(address);
  });

  it.each([
    ['/sales/m/alice', '', '', 'alice', '/sales/'],
    ['/video/webapp3/m/a%20b', '', '', 'a b', '/video/webapp3/'],
    ['/webapp/conference', '?conference=bob%40example.com&join=1&pin=', '', 'bob@example.com', '/webapp/'],
    ['/webapp3/', '?name=Ada&conference=carol', '', 'carol', '/webapp3/'],
    ['/webapp3/', '', '#/?conference=dave', 'dave', '/webapp3/'],
    ['/webapp3/', '?name=Ada', '#1&conference=erin', 'erin', '/webapp3/'],
  ])('%s%s%s names the meeting and the Web App Path', (pathname, search, hash, alias, webAppPath) => {
    const address = readAddress({ pathname, search, hash });
    expect(address).toMatchObject({ alias, webAppPath, pin: undefined, waitsForJoin: false });
  });
});
