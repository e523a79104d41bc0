import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { doubleOf } from '../prebuild/built';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { createFixture, type Fixture } from './support/fixture';
import { servePage } from './support/page';
import { openBeside, openPanel, seeStatus } from './support/panel';
import { clickSwitch } from './support/views';

/** Of each namespace: what the upstream plugin says once, at its start, it says to nobody here. */
const VERSIONS = [1, 3];

describe.each(browsers)(
  'the icon, pressed after a plugin that answers no greeting, in $name',
  (candidate) => {
    let fixture: Fixture;
    beforeAll(async () => {
      fixture = await createFixture(candidate);
    });
    afterAll(() => fixture?.close());

    describe.each(VERSIONS)('version %i of the upstream plugin', (version) => {
      let tab: Tab;
      let meeting: Surface;
      let panel: Surface;
      afterEach(() => tab?.close());

      const open = async () => {
        const served = await fixture.another({ brandingDir: doubleOf(`upstream-plugin-${version}`) });
        ({ tab, meeting, panel } = await openBeside(served, { says: 'Waiting for the plugin' }));
        await panel.see('banner', anyName, ({ text }) => text.includes('or select Chat in it.'));
      };

      test('the panel reloads the meeting alone, after a word about the call', async () => {
        await open();
        await tab.evaluate(() => Reflect.set(window, 'isSamePage', true));
        await panel.click('button', 'Reload the meeting');
        await panel.see('banner', anyName, ({ text }) => text.includes('you’ll leave it'));
        await panel.click('button', 'Cancel');
        await panel.click('button', 'Reload the meeting');
        await panel.click('button', 'Reload');
        await panel.gone('button', 'Reload the meeting');
        await panel.see('status', anyName, ({ text }) => /^(Plugin ready|In the meeting)$/.test(text));
        await tab.waitFor('the same page', () => Reflect.get(window, 'isSamePage') === true);
      });

      test('a press of Chat in the meeting wakes the plugin', async () => {
        await open();
        await meeting.click('button', 'Open Chat');
        await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
        await panel.gone('button', 'Reload the meeting');
      });

      test('chat and badge are sent anyway, in the namespace that the plugin understands', async () => {
        await open();
        await clickSwitch(panel, 'Unread badge');
        await panel.click('button', 'Send anyway');
        await meeting.see('img', 'Unread');
        await seeStatus(panel, 'Waiting for the plugin');
      });
    });

    test('the panel reloads no frame whose address it does not know, which would empty it', async () => {
      const served = await fixture.another({ brandingDir: doubleOf('upstream-plugin-1') });
      const page = await servePage('<!doctype html><title>Portal</title><iframe id="webapp3" title="Call">');
      const tab = await fixture.browser.open(page.url);
      await tab.evaluate((url) => window.frames[0]?.location.replace(url), served.meeting.directUrl('led'));
      const meeting = await tab.frame('#webapp3');
      await meeting.see('button', 'Open Chat');
      const panel = await openPanel(tab, 'Waiting for the plugin');
      await panel.see('button', 'Send anyway');
      expect(await panel.find('button', 'Reload the meeting')).toBeUndefined();
      await meeting.click('button', 'Open Chat');
      await seeStatus(panel, 'Plugin ready');
      await tab.close();
      page.close();
    });
  },
);
