import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../meeting/server/listen';
import { sendFile } from '../../meeting/server/static-files';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { setCustomChat } from './support/custom-chat';
import { DOCK } from './support/dock';
import { createFixture, type Fixture } from './support/fixture';
import { hasProsody, type Prosody, startProsody } from './support/prosody';

const PAGE = readFileSync('tests/browser/doubles/converse.html');

/** Serves Converse from its package, and for every other path the page that uses it. */
const serveConverse = (): Promise<Listening> =>
  listen(
    async (request, response) => {
      const [, file] = /^\/dist\/([^?]+)/.exec(request.url ?? '') ?? [];
      if (file) return sendFile(response, 'node_modules/converse.js/dist', file);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
    },
    0,
    '127.0.0.1',
  );

describe.skipIf(!hasProsody()).each(browsers)(
  'Converse and Prosody as a custom chat, in $name',
  (candidate) => {
    let prosody: Prosody;
    let converse: Listening;
    let fixture: Fixture;
    let tab: Tab;
    let bob: Tab;
    let meeting: Surface;
    let chat: Surface;

    beforeAll(async () => {
      [prosody, converse, fixture] = await Promise.all([
        startProsody(),
        serveConverse(),
        createFixture(candidate),
      ]);
      // Another host name than Alice's: their Converses must not share a log-in.
      bob = await fixture.browser.open(
        `http://127.0.0.1:${converse.port}/qa.meeting?name=Bob#${prosody.port}`,
      );
      tab = await fixture.browser.open(fixture.meeting.embeddingUrl());
      meeting = await tab.frame('#webapp3');
      await meeting.see('button', 'Open Chat');
      const panel = await tab.pressIcon();
      await setCustomChat(panel, `http://localhost:${converse.port}/{alias}?name=Alice#${prosody.port}`);
      await tab.closePanel();
    });
    afterAll(async () => {
      await fixture?.close();
      await converse?.close();
      await prosody?.close();
    });

    const write = async (where: Surface, text: string) => {
      await where.fill('textbox', anyName, text);
      await where.press('Enter');
    };
    const read = (where: Surface, text: string) =>
      where.waitFor(
        text,
        (words) =>
          [...document.querySelectorAll('converse-chat-message-body')].some((body) =>
            body.textContent?.includes(words),
          ),
        text,
      );

    test('comes up with the meeting’s Chat button, in the room of the meeting', async () => {
      await meeting.click('button', 'Open Chat');
      const dock = await tab.frame(DOCK);
      chat = await dock.frame('iframe.custom-chat');
      // Converse gives its field no name.
      await chat.see('textbox', anyName);
      await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
      await write(chat, 'Hello Bob');
      await bob.bringToFront();
      await read(bob, 'Hello Bob');
    });

    test('lights the badge with what comes while it is closed, and is read once it is open', async () => {
      await tab.bringToFront();
      await meeting.click('button', /^Close Chat/);
      await meeting.see('button', 'Open Chat');
      await bob.bringToFront();
      await write(bob, 'Hello Alice');
      await write(bob, 'Are you there?');
      await tab.bringToFront();
      await meeting.see('img', 'Unread');
      await meeting.see('button', 'Open Chat (2 unread)');
      await meeting.click('button', /^Open Chat/);
      await meeting.see('button', 'Close Chat');
      await meeting.gone('img', 'Unread');
      await read(chat, 'Are you there?');
      expect(await chat.findAll('alert', anyName)).toEqual([]);
    });
  },
);
