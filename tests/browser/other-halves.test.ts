import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { brandingOf, brandingWith } from './support/branding';
import { dial, reloadMeeting, seeRow } from './support/calls';
import type { ServedPage } from './support/page';
import { openBeside, openPanel, seeStatus } from './support/panel';
import { heardBySeedHost, seedHostUrl, serveSeedHost } from './support/seed-host';
import { type Stage, setStage } from './support/stage';

describe.each(browsers)(
  'our plugin and a host page that knows only the seed document, in $name',
  (candidate) => {
    let stage: Stage;
    let page: ServedPage;
    let tab: Tab;
    let meeting: Surface;

    beforeAll(async () => {
      page = await serveSeedHost();
      stage = await setStage(candidate);
      tab = await stage.browser.open(seedHostUrl(page, stage));
      meeting = await tab.frame('#webapp3');
      await meeting.see('button', 'Open Chat');
    });
    afterAll(async () => {
      await stage?.close();
      page?.close();
    });

    const heard = (line: RegExp) => heardBySeedHost(tab, line);

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
    ({ tab, meeting, panel } = await openBeside(stage, { says: 'Waiting for the plugin' }));
  });
  afterAll(() => stage?.close());

  test('waits, since the plugin spoke before the peer was there, and goes on once the meeting is reloaded', async () => {
    await reloadMeeting(tab);
    await seeStatus(panel, 'Plugin ready');
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
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
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
    await openPanel(tab, expected);
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
