import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { startMeeting } from '../../meeting/start';
import { BUILT, built } from '../prebuild/built';
import { browsers } from './harness/browser';

/** The address of the meeting in the documents. */
const DOCUMENTED = 'https://meet.example.com/webapp3/m/support';

/** The first page in a document: what a reader copies. */
const snippetIn = (document: string): string =>
  /```html\n([\s\S]*?)```/.exec(readFileSync(document, 'utf8'))?.[1] ?? '';

/** Serves the documented pages with another meeting, beside the built library. */
async function serveSnippets(meeting: string) {
  const pages: Record<string, string> = {
    '/readme': snippetIn(`${built(BUILT.host)}/README.md`),
    '/document': snippetIn('docs/integrate/host-page.md'),
    '/frames': `<body><iframe id="webapp3" src="${DOCUMENTED}"></iframe>`,
  };
  const server = createServer(({ url = '' }, response) => {
    const page = pages[url]?.replace(DOCUMENTED, meeting).replace(/https:\/\/meet\.example\.com/, () => {
      return new URL(meeting).origin;
    });
    response.setHeader('content-type', page ? 'text/html' : 'text/javascript');
    response.end(
      page ? `<!doctype html>${page}` : url.endsWith('.js') && readFileSync(built(`${BUILT.host}${url}`)),
    );
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

describe.each(browsers)('a page with the host library, in $name', ({ launch }) => {
  test('runs as the documents print it, and follows an iframe that is moved, removed or late', async () => {
    const meeting = await startMeeting({ brandingDir: built(`${BUILT.branding}/branding`) });
    const { server, url } = await serveSnippets(meeting.directUrl());
    const browser = await launch({});
    try {
      const readme = await browser.open(`${url}/readme`);
      const webapp3 = await readme.frame('#webapp3');
      // The call that the page dials at once waits until the user has joined.
      await webapp3.see('img', 'Unread');
      await webapp3.click('button', /^Open Chat/);
      await webapp3.see('button', /^Close Chat/, ({ pressed }) => pressed === true);
      await readme.waitFor('the chat', () => document.querySelector<HTMLElement>('#chat')?.hidden === false);
      await readme.close();

      const documented = await browser.open(`${url}/document`);
      const first = await documented.frame('#webapp3');
      await first.click('button', 'Open Chat');
      await documented.waitFor(
        'the chat',
        () => document.querySelector<HTMLElement>('#chat')?.hidden === false,
      );
      await documented.close();

      // A page with no connection of its own: a second one would be refused.
      const tab = await browser.open(`${url}/frames`);
      await tab.evaluate(
        (code) => {
          const script = document.createElement('script');
          script.textContent = code;
          document.body.append(script);
          const { connectMeeting } = Reflect.get(window, 'ExternalChat');
          const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
          const late = document.createElement('iframe');
          const moved = connectMeeting(frame, { chat: true });
          const empty = connectMeeting(late, { chat: true, unread: 2 });
          late.id = 'late';
          Object.assign(window, { moved, empty, late });
          document.body.append(late);
          moved.on('reloaded', () => Object.assign(window, { isReloaded: true }));
        },
        readFileSync(built(`${BUILT.host}/external-chat-host.classic.js`), 'utf8'),
      );
      await tab.waitFor('the plugin', () => Reflect.get(window, 'moved').ready);
      await tab.evaluate(() => {
        const frame = document.querySelector('#webapp3');
        if (frame) document.body.appendChild(document.createElement('div')).append(frame);
      });
      await tab.waitFor('the move', () => Boolean(Reflect.get(window, 'isReloaded')));
      await (await tab.frame('#webapp3')).see('button', /^(Open|Close) Chat$/);
      await tab.waitFor('the plugin', () => Reflect.get(window, 'moved').ready);

      const removed = await tab.evaluate(async () => {
        document.querySelector('#webapp3')?.remove();
        const { moved } = window as unknown as {
          moved: { ready: boolean; sendMessage(text: string): Promise<unknown> };
        };
        const code = await moved.sendMessage('Hi').catch((error: { code: string }) => error.code);
        return { ready: moved.ready, code };
      });
      expect(removed).toEqual({ ready: false, code: 'no-plugin' });

      await tab.evaluate((address) => {
        Reflect.get(window, 'late').src = address;
      }, meeting.directUrl());
      const late = await tab.frame('#late');
      await late.see('button', /^Close Chat/, ({ pressed }) => pressed === true);
      await late.see('img', 'Unread');
    } finally {
      await browser.close();
      server.close();
      await meeting.close();
    }
  });
});
