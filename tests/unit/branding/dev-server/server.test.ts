import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttps, get, type Server } from 'node:https';
import { createServer as createTcp } from 'node:net';
import { join } from 'node:path';
import { getCertificate } from '@vitejs/plugin-basic-ssl';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PluginServer, startPluginServer } from '../../../../branding/dev-server/start';
import { freePort } from '../../../browser/harness/free-port';
import { copyOfPlugin } from '../../../browser/support/checkout';
import { until } from '../../../until';

type Answer = { status: number | undefined; headers: Record<string, unknown>; body: string };

/** A request as a page on this machine makes it; the certificate is the dev server's own. */
const ask = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(url, { headers, rejectUnauthorized: false, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => {
        body += chunk;
        // An event stream ends when its reader goes.
        if (response.headers['content-type'] === 'text/event-stream') response.destroy();
      });
      response.on('close', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', reject);
  });

let sources: string;
beforeAll(() => {
  sources = copyOfPlugin();
});
afterAll(() => rmSync(sources, { recursive: true }));

describe('the dev server before a deployment with a certificate that nobody vouches for', () => {
  let deployment: Server;
  let server: PluginServer;
  const seen: Array<{ url?: string; headers: Record<string, unknown> }> = [];

  beforeAll(async () => {
    const certificate = await getCertificate(join(sources, 'certificate'));
    deployment = createHttps({ cert: certificate, key: certificate }, (request, response) => {
      seen.push({ ...(request.url && { url: request.url }), headers: request.headers });
      response.setHeader('strict-transport-security', 'max-age=31536000');
      response.setHeader('set-cookie', 'session=1; Domain=127.0.0.1; Path=/; Secure');
      if (request.url === '/webapp3') {
        response.writeHead(302, { location: `https://${request.headers.host}/webapp3/m/` }).end();
      } else if (request.url === '/webapp3/branding/manifest.json') {
        response.end(
          JSON.stringify({ version: 0, brandName: 'Clinic', plugins: [{ id: 'other', src: './x' }] }),
        );
      } else if (request.url === '/api/events') {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      } else {
        response.writeHead(404).end('<html>Not found</html>');
      }
    });
    await new Promise<void>((resolve) => deployment.listen(0, '127.0.0.1', resolve));
    const address = deployment.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const infinity = new URL(`https://127.0.0.1:${port}`);
    server = await startPluginServer({ port: await freePort('localhost'), infinity, relay: false }, sources);
  });
  afterAll(async () => {
    await server?.close();
    deployment?.closeAllConnections();
    deployment?.close();
  });

  it("answers the deployment's manifest with the local plugin in it", async () => {
    const { body } = await ask(`${server.origin}/webapp3/branding/manifest.json?v=1`);
    const local = { id: 'external-chat', src: `${server.origin}/index.html`, sandboxValues: [] };
    expect(JSON.parse(body)).toEqual({
      version: 0,
      brandName: 'Clinic',
      plugins: [{ id: 'other', src: './x' }, local],
    });
    const { body: none } = await ask(`${server.origin}/webapp3/themes/blue/branding/manifest.json`);
    expect(JSON.parse(none)).toEqual({ version: 0, plugins: [local] });
  });

  it('keeps redirects and cookies on this host, and lets no browser force https on localhost', async () => {
    const { status, headers } = await ask(`${server.origin}/webapp3`);
    expect(status).toBe(302);
    expect(headers.location).toBe(`${server.origin}/webapp3/m/`);
    expect(headers['set-cookie']).toEqual(['session=1; Path=/; Secure']);
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it("asks as the deployment's own page would, and passes event streams on as they come", async () => {
    const { body } = await ask(`${server.origin}/api/events`, { origin: server.origin });
    expect(body).toBe('data: 1\n\n');
    const { headers } = seen.at(-1) ?? { headers: {} };
    expect(headers.origin).toBe(`https://${headers.host}`);
    expect(headers.origin).not.toBe(server.origin);
  });

  it("opens the plugin's files to opaque origins, and nothing of the deployment", async () => {
    for (const path of ['/', '/index.html', '/external-chat.js', '/relay.js', '/live-reload']) {
      const { status, headers } = await ask(server.origin + path, { origin: 'null' });
      expect([path, status, headers['access-control-allow-origin']]).toEqual([path, 200, '*']);
    }
    for (const path of ['/webapp3/branding/manifest.json', '/api/events', '/package.json']) {
      const { headers } = await ask(server.origin + path, { origin: 'https://evil.example' });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  describe('attack: a strange site asks the dev server', () => {
    it.each([
      ['in the name of its origin', { origin: 'https://evil.example' }],
      ['from an opaque frame', { origin: 'null' }],
      ['from another port of this machine', { origin: 'https://localhost:1' }],
      ['without encryption', { origin: 'http://localhost' }],
      ['by a picture', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
      ['by a script on a site nearby', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    ])('gets nothing of the deployment %s', async (_, headers) => {
      const before = seen.length;
      for (const path of ['/api/client/v2/status', '/webapp3/m/x', '/webapp3/branding/manifest.json']) {
        const { status, body } = await ask(server.origin + path, headers);
        expect([path, status, body]).toEqual([path, 403, expect.stringContaining('Only pages of')]);
      }
      expect(seen).toHaveLength(before);
    });

    it('may open and embed the meeting, as a portal does', async () => {
      const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
      const { status } = await ask(`${server.origin}/webapp3`, headers);
      expect(status).toBe(302);
    });

    it.each(['evil.example', 'localhost', 'localhost:1', '127.0.0.1', 'localhost.evil.example:5173'])(
      'gets nothing at all under the host name %s',
      async (host) => {
        const before = seen.length;
        for (const path of ['/', '/external-chat.js', '/api/events', '/webapp3/branding/manifest.json']) {
          const { status, body } = await ask(server.origin + path, { host });
          expect([path, status, body]).toEqual([path, 421, expect.stringContaining('answers only as')]);
        }
        expect(seen).toHaveLength(before);
      },
    );

    it.each([
      '/__open-in-editor?file=package.json',
      '/__open-in-editor',
      '//__open-in-editor?file=package.json',
      '/@fs/etc/passwd',
      '/@vite/client',
      '/__vite_ping',
      '/node_modules/vite/package.json',
      '/webapp3x/m/x',
      '/apis',
    ])('finds none of its inner addresses: %s', async (path) => {
      const { status, body } = await ask(server.origin + path);
      expect([status, body]).toEqual([404, expect.stringContaining('isn’t a file of the plugin')]);
    });
  });

  it('keeps the last good build while a source is broken, and goes on once it is fixed', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const file = join(sources, 'plugin/external-chat/texts.ts');
    const before = readFileSync(file, 'utf8');
    const serves = async (name: string) =>
      (await ask(`${server.origin}/external-chat.js`)).body.includes(`"${name}"`);
    writeFileSync(file, 'export const =');
    await until(() => expect(complaint).toHaveBeenCalled());
    expect(await serves('Open Chat')).toBe(true);
    writeFileSync(file, before.replace("'Open Chat'", "'Talk'"));
    await until(async () => expect(await serves('Talk')).toBe(true));
    complaint.mockRestore();
  });
});

describe('the dev server says in words', () => {
  let closers: Array<() => unknown> = [];
  afterEach(async () => {
    for (const close of closers) await close();
    closers = [];
  });

  it('that the port is in use', async () => {
    const port = await freePort('localhost');
    const other = createTcp();
    await new Promise<void>((resolve) => other.listen(port, 'localhost', resolve));
    closers.push(() => other.close());
    await expect(startPluginServer({ port, relay: false }, sources)).rejects.toThrow(
      `Port ${port} is in use by another program.`,
    );
  });

  it('that the deployment does not answer, and that none was named', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const infinity = new URL(`https://127.0.0.1:${await freePort('localhost')}`);
    const before = await startPluginServer(
      { port: await freePort('localhost'), infinity, relay: false },
      sources,
    );
    closers.push(before.close);
    const { status, body } = await ask(`${before.origin}/webapp3/branding/manifest.json`);
    expect([status, body]).toEqual([502, expect.stringContaining(`${infinity.origin} does not respond`)]);
    complaint.mockRestore();

    const alone = await startPluginServer({ port: await freePort('localhost'), relay: false }, sources);
    closers.push(alone.close);
    const answer = await ask(`${alone.origin}/webapp3/m/qa.meeting`);
    expect([answer.status, answer.body]).toEqual([404, expect.stringContaining('INFINITY_URL=')]);
  });
});
