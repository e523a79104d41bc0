import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../../meeting/start';

let folder: string;
let meeting: DemoMeeting;
const CSP = "default-src 'self'; frame-src *";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meeting-'));
  await mkdir(join(folder, 'branding/plugins/p'), { recursive: true });
  await mkdir(join(folder, 'web/webapp3'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'branding/manifest.json'), '{"plugins":[]}');
  await writeFile(join(folder, 'branding/plugins/p/index.js'), 'plugin();');
  await writeFile(join(folder, 'web/webapp3/index.html'), '<html><head><title>Web App 3</title>');
  await symlink(join(folder, 'secret.txt'), join(folder, 'branding/link.txt'));
  meeting = await startMeeting({
    brandingDir: join(folder, 'branding'),
    webroot: join(folder, 'web'),
    csp: CSP,
  });
});
afterAll(async () => {
  await meeting.close();
  await rm(folder, { recursive: true });
});

/** Sends the path as it is: `fetch` would resolve `..` before the server sees it. */
function rawGet(
  path: string,
): Promise<{ status: number | undefined; text: string; headers: NodeJS.Dict<unknown> }> {
  const { port } = new URL(meeting.directUrl());
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, text, headers: response.headers }));
    });
    sent.on('error', reject).end();
  });
}

describe('the meeting’s origin', () => {
  it('serves the branding, with or without a query, and no CORS header', async () => {
    const { status, text, headers } = await rawGet('/webapp3/branding/plugins/p/index.js?hostOrigins=x');
    expect({ status, text }).toEqual({ status: 200, text: 'plugin();' });
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('serves Web App 3 for every alias', async () => {
    const response = await fetch(meeting.directUrl('any.alias'));
    expect(await response.text()).toContain('Web App 3');
  });

  it.each([
    '/sales/m/any.alias',
    '/video/webapp3/m/x',
    '/webapp/conference?conference=x',
    '/webapp3/?conference=x',
  ])('serves Web App 3 at %s', async (path) => {
    const { status, text } = await rawGet(path);
    expect(status).toBe(200);
    expect(text).toContain('Web App 3');
  });

  it('serves the branding below each Web App Path', async () => {
    for (const path of ['/sales/', '/webapp/', '/video/webapp3/']) {
      expect((await rawGet(`${path}branding/plugins/p/index.js`)).text).toBe('plugin();');
      expect((await rawGet(`${path}branding/../secret.txt`)).status).toBe(404);
    }
  });

  it('adds CORS headers to the branding, and tells the page its behavior, if started with them', async () => {
    const other = await startMeeting({
      brandingDir: join(folder, 'branding'),
      webroot: join(folder, 'web'),
      brandingCors: true,
      behavior: { edition: 'classic', interfaceLanguage: 'de' },
    });
    try {
      const script = new URL('/webapp3/branding/plugins/p/index.js', other.directUrl());
      expect((await fetch(script)).headers.get('access-control-allow-origin')).toBe('*');
      const html = await (await fetch(other.directUrl())).text();
      expect(html).toContain('<meta name="behavior" content="edition=classic&amp;interfaceLanguage=de">');
    } finally {
      await other.close();
    }
  });

  it.each([
    '/webapp3/branding/../secret.txt',
    '/webapp3/branding/%2e%2e/secret.txt',
    '/webapp3/branding/..%2fsecret.txt',
    '/webapp3/branding/plugins/../../../secret.txt',
    '/webapp3/branding/%00',
    '/webapp3/branding/%E0%A4%A',
    '/webapp3/branding/link.txt',
    '/webapp3/branding/',
    '/webapp3/branding/plugins',
    '/webapp3/../../secret.txt',
    '/secret.txt',
  ])('does not serve %s', async (path) => {
    const { status, text } = await rawGet(path);
    expect(status).toBe(404);
    expect(text).not.toContain('secret');
  });
});

describe('the embedding page', () => {
  const page = async (url = meeting.embeddingUrl()) => (await fetch(url)).text();

  it('is of another host name and port than the meeting', async () => {
    const [embedding, direct] = [new URL(meeting.embeddingUrl()), new URL(meeting.directUrl())];
    expect(embedding.hostname).not.toBe(direct.hostname);
    expect(embedding.port).not.toBe(direct.port);
    expect(await page()).toContain(`<iframe id="webapp3" title="Meeting qa.meeting"`);
    expect(await page()).toContain(`src="${meeting.directUrl()}"`);
  });

  it('embeds as many meetings as asked for', async () => {
    const html = await page(meeting.embeddingUrl('room', { pages: 3, displayName: 'Ada & Bea', pin: '12' }));
    expect([...html.matchAll(/<iframe id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'webapp3',
      'webapp3-2',
      'webapp3-3',
    ]);
    expect(html).toContain('/m/room-3?name=Ada+%26+Bea&amp;pin=12"');
  });

  it('has no script and takes what the address says as text', async () => {
    const html = await page(meeting.embeddingUrl('"><script>alert(1)</script>'));
    expect(html).not.toContain('<script');
  });

  it('carries the Content-Security-Policy that it is started with', async () => {
    const { headers } = await fetch(meeting.embeddingUrl());
    expect(headers.get('content-security-policy')).toBe(CSP);
  });
});

it('says what to do when Web App 3 is not built', async () => {
  const start = startMeeting({ brandingDir: join(folder, 'branding'), webroot: join(folder, 'nowhere') });
  await expect(start).rejects.toThrow('Run "npm run build" first.');
});
