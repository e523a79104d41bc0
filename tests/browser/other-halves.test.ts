import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { brandingOf, brandingWith } from './support/branding';
import { type ServedPage, servePage } from './support/page';
import { type Stage, setStage } from './support/stage';

describe.each(browsers)(
  'our plugin and a host page that knows only the seed document, in $name',
  (candidate) => {
    let stage: Stage;
    let page: ServedPage;
    let tab: Tab;
    let meeting: Surface;

    beforeAll(async () => {
      page = await servePage(readFileSync('tests/browser/doubles/seed-host.html', 'utf8'));
      stage = await setStage(candidate);
      tab = await stage.browser.open(`${page.url}?meeting=${encodeURIComponent(stage.meeting.directUrl())}`);
      meeting = await tab.frame('#webapp3');
      await meeting.see('button', 'Open Chat');
    });
    afterAll(async () => {
      await stage?.close();
      page?.close();
    });

    const heard = (line: RegExp) =>
      tab.waitFor(
        String(line),
        (pattern) =>
          [...document.querySelectorAll('#heard li')]
            .map(({ textContent }) => textContent ?? '')
            .find((text) => new RegExp(pattern).test(text)),
        line.source,
      );

    test('says ready once it is loaded', () => heard(/^ready /));

    test('moves its button when the page echoes, and shows the badge', async () => {
      await meeting.click('button', 'Open Chat');
      await heard(/^toggle-chat {"active":true}$/);
      await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      await meeting.click('button', 'Close Chat');
      await heard(/^toggle-chat {"active":false}$/);
      await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
      await tab.click('button', 'Unread');
      await meeting.see('img', 'Unread');
    });

    test('dials, and tells how it went', async () => {
      await tab.click('button', 'Call Alice');
      expect(await heard(/^dial-out-success/)).toMatch(/"uuid":"[-0-9a-f]{36}"/);
      await tab.click('button', 'Call Busy');
      expect(await heard(/^dial-out-error/)).toContain('busy');
    });
  },
);

describe.each(browsers)('our peer and a plugin that knows only the seed document, in $name', (candidate) => {
  let stage: Stage;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    stage = await setStage(candidate, {
      brandingDir: await brandingOf('tests/browser/doubles/seed-plugin.ts'),
    });
    tab = await stage.browser.open(stage.meeting.embeddingUrl());
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    panel = await tab.pressIcon();
  });
  afterAll(() => stage?.close());

  test('waits, since the plugin spoke before the peer was there, and goes on once the meeting is reloaded', async () => {
    await panel.see('status', anyName, ({ text }) => text === 'Waiting for the plugin');
    await tab.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
      if (frame) frame.src += '';
    });
    await panel.see('status', anyName, ({ text }) => text === 'Plugin ready');
  });

  test('moves its button and its badge', async () => {
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await panel.see('switch', 'Chat', ({ checked }) => checked === true);
    await panel.click('switch', 'Unread badge');
    await meeting.see('img', 'Unread');
  });

  test('dials through it', async () => {
    await panel.click('tab', 'Dial out');
    await panel.fill('textbox', 'Destination', 'alice@example.com');
    await panel.click('button', 'Dial');
    await panel.see('listitem', anyName, ({ text }) => /alice@example\.com.*Joined/.test(text));
  });
});

describe.each(browsers)('a list of allowed host origins, in $name', (candidate) => {
  let stage: Stage;
  afterEach(() => stage?.close());

  const statusWith = async (query: string, expected: string) => {
    const src = `./plugins/external-chat/index.html${query}`;
    stage = await setStage(candidate, { brandingDir: brandingWith({ src }) });
    const tab = await stage.browser.open(stage.meeting.embeddingUrl());
    const meeting = await tab.frame('#webapp3');
    await meeting.see('list', 'Participants');
    const panel = await tab.pressIcon();
    await panel.see('status', anyName, ({ text }) => text === expected);
    return meeting;
  };

  test('keeps every other page out', async () => {
    const meeting = await statusWith('?hostOrigins=https://chat.example.com', 'Waiting for the plugin');
    await meeting.see('button', 'Open Chat');
  });

  test('refuses everybody when it is malformed', async () => {
    const meeting = await statusWith('?hostOrigins=chat.example.com', 'Waiting for the plugin');
    expect(await meeting.find('button', 'Open Chat')).toBeUndefined();
  });
});
