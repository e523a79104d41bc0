import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { doubleOf } from '../prebuild/built';
import { browsers, type Surface, type Tab } from './harness/browser';
import { brandingWith } from './support/branding';
import { dial, reloadMeeting, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside, openPanel, seeStatus } from './support/panel';
import { openSeedHost, type SeedHost } from './support/seed-host';
import { clickSwitch, openView, seeSwitch } from './support/views';

describe.each(browsers)('in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
  });
  afterAll(() => fixture?.close());

  const openBesidePlugin = async (entry: string) => {
    const brandingDir = doubleOf(entry);
    ({ tab, meeting, panel } = await openBeside(await fixture.another({ brandingDir }), {
      says: 'Waiting for the plugin',
    }));
  };

  describe('our plugin and a host page that knows only the seed document', () => {
    let host: SeedHost;
    beforeAll(async () => {
      host = await openSeedHost(fixture);
      ({ tab, meeting } = host);
    });
    afterAll(() => host?.close());

    test('says ready once it is loaded', () => host.heard(/^ready /));

    test('moves its button when the page echoes, and shows the badge', async () => {
      await meeting.click('button', 'Open Chat');
      await host.heard(/^toggle-chat {"active":true}$/);
      await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      await meeting.click('button', 'Close Chat');
      await host.heard(/^toggle-chat {"active":false}$/);
      await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
      await tab.click('button', 'Unread');
      await meeting.see('img', 'Unread');
    });

    test('dials, and tells how it went', async () => {
      await tab.click('button', 'Call Alice');
      expect(await host.heard(/^dial-out-success/)).toMatch(/"uuid":"[-0-9a-f]{36}"/);
      await tab.click('button', 'Call Busy');
      // Web App 3 drops the node's words.
      expect(await host.heard(/^dial-out-error/)).toContain('no call was placed');
    });
  });

  describe('our peer and a plugin that knows only the seed document', () => {
    beforeAll(() => openBesidePlugin('tests/browser/doubles/seed-plugin.ts'));
    afterAll(() => tab?.close());

    test('waits for a plugin that sent too early, and goes on once the meeting is reloaded', async () => {
      await reloadMeeting(tab);
      await seeStatus(panel, 'Plugin ready');
    });

    test('moves its button and its badge', async () => {
      await meeting.click('button', 'Open Chat');
      await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
      await clickSwitch(panel, 'Unread badge');
      await meeting.see('img', 'Unread');
    });

    test('dials through it', async () => {
      await openView(panel, 'Dial out');
      await dial(panel, 'alice@example.com');
      await seeRow(panel, 'alice@example.com', /Joined/);
    });
  });

  describe('our peer and a plugin of the second namespace', () => {
    beforeAll(() => openBesidePlugin('tests/browser/doubles/videoconf-plugin.ts'));
    afterAll(() => tab?.close());

    test('knows no greeting: the panel waits, and can send anyway in vain until it is reloaded', async () => {
      await panel.see('button', 'Send anyway');
      await reloadMeeting(tab);
      await seeStatus(panel, 'In the meeting');
    });

    test('is answered in its own words', async () => {
      await meeting.click('button', 'Open Chat');
      await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
      await clickSwitch(panel, 'Unread badge');
      await meeting.see('img', 'Unread');
      await seeSwitch(panel, 'Unread badge', ({ checked }) => checked === true);
      await clickSwitch(panel, 'Unread badge');
      await meeting.gone('img', 'Unread');
    });

    test('dials', async () => {
      await openView(panel, 'Dial out');
      await dial(panel, 'alice@example.com');
      await seeRow(panel, 'alice@example.com', /Joined/);
    });
  });

  describe('a list of allowed host origins', () => {
    afterEach(() => tab?.close());

    const statusWith = async (query: string, expected: string) => {
      const src = `./plugins/external-chat/index.html${query}`;
      const served = await fixture.another({ brandingDir: brandingWith({ src }) });
      tab = await fixture.browser.open(served.meeting.embeddingUrl());
      meeting = await tab.frame('#webapp3');
      await meeting.see('list', 'Participants');
      await openPanel(tab, expected);
    };

    test('keeps every other page out', async () => {
      await statusWith('?hostOrigins=https://chat.example.com', 'Waiting for the plugin');
      await meeting.see('button', 'Open Chat');
    });

    test('refuses everybody when it is malformed', async () => {
      await statusWith('?hostOrigins=chat.example.com', 'Waiting for the plugin');
      expect(await meeting.find('button', 'Open Chat')).toBeUndefined();
    });
  });
});
