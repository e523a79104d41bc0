import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'vitest';
import { startMeeting } from '../../meeting/start';
import { BUILT, built } from '../prebuild/built';
import { browsers } from './harness/browser';

/** A page that lists people, and mutes its user. */
const page = (meeting: string) => `<!doctype html><title>People</title><body>
<button type="button" id="mute">Mute me</button>
<ul id="people"></ul><p id="me"></p>
<iframe id="webapp3" title="Meeting" src="${meeting}" width="900" height="560"></iframe>
<script type="module">
  import { connectMeeting } from './external-chat-host.js';
  import { people } from './external-chat-people.js';
  const byId = (id) => document.getElementById(id);
  const meeting = connectMeeting(byId('webapp3'), { people });
  meeting.on('roster', ({ participants }) => {
    byId('people').replaceChildren(...participants.map(({ displayName }) => {
      const line = document.createElement('li');
      line.textContent = displayName;
      return line;
    }));
  });
  meeting.on('self', ({ micMuted }) => { byId('me').textContent = micMuted ? 'muted' : 'not muted'; });
  byId('mute').onclick = () => meeting.act({ name: 'mute', muted: true });
</script>`;

async function servePageOf(meeting: string) {
  const server = createServer((request, response) => {
    const isScript = request.url?.endsWith('.js') === true;
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isScript ? readFileSync(`${built(BUILT.host)}${request.url}`) : page(meeting));
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}/` };
}

describe.each(browsers)('people in the host library, in $name', ({ launch }) => {
  test('lists who is in the meeting, and mutes the user of the page', async () => {
    const meeting = await startMeeting({ brandingDir: built(`${BUILT.branding}/branding`) });
    const { server, url } = await servePageOf(meeting.directUrl());
    const browser = await launch({});
    try {
      const tab = await browser.open(url);
      await tab.waitFor('somebody in the list', () => document.querySelectorAll('#people li').length > 0);
      await tab.waitFor(
        'the user not muted',
        () => document.querySelector('#me')?.textContent === 'not muted',
      );
      await tab.click('button', 'Mute me');
      await tab.waitFor('the user muted', () => document.querySelector('#me')?.textContent === 'muted');
    } finally {
      await browser.close();
      server.close();
      await meeting.close();
    }
  });
});
