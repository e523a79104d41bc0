import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'vitest';
import { startMeeting } from '../../meeting/start';
import { BUILT, built } from '../prebuild/built';
import { browsers } from './harness/browser';

/** A page without modules: scripts of the old kind, in order. */
const page = (meeting: string) => `<!doctype html><title>Page without modules</title><body>
<section id="chat" aria-label="Chat" hidden>The chat of this page.</section>
<iframe id="webapp3" title="Meeting" src="${meeting}" width="900" height="560"></iframe>
<p id="error"></p>
<script src="/external-chat-host.classic.js"></script>
<script>
  try {
    ExternalChat.connectMeeting(document.getElementById('webapp3'), { origin: 'https://other.example.com' });
  } catch (error) {
    document.getElementById('error').textContent =
      error instanceof ExternalChat.MeetingError ? error.code + ': ' + error.message : 'another error';
  }
  var meeting = ExternalChat.connectMeeting(document.getElementById('webapp3'));
  meeting.on('toggle-chat', function (message) {
    document.getElementById('chat').hidden = !message.active;
  });
</script>`;

/** Serves the page, and the classic script beside it. */
async function servePageOf(meeting: string) {
  const server = createServer((request, response) => {
    const isScript = request.url === '/external-chat-host.classic.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(
      isScript ? readFileSync(`${built(BUILT.host)}/external-chat-host.classic.js`) : page(meeting),
    );
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}/` };
}

describe.each(browsers)('the classic script of the host library, in $name', ({ launch }) => {
  test('connects a page without modules, and names a wrong origin at once', async () => {
    const meeting = await startMeeting({ brandingDir: built(`${BUILT.branding}/branding`) });
    const { server, url } = await servePageOf(meeting.directUrl());
    const browser = await launch({});
    try {
      const tab = await browser.open(url);
      await tab.waitFor(
        'the error',
        (origin) => {
          const text = document.querySelector('#error')?.textContent ?? '';
          return (
            text === `bad-origin: The origin of Web App 3 is ${origin}, not "https://other.example.com".`
          );
        },
        new URL(meeting.directUrl()).origin,
      );
      const webapp3 = await tab.frame('#webapp3');
      await webapp3.click('button', 'Open Chat');
      await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      await tab.see('region', 'Chat');
    } finally {
      await browser.close();
      server.close();
      await meeting.close();
    }
  });
});
