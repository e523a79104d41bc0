import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doubleOf } from '../prebuild/built';
import { browsers, type Surface, type Tab } from './harness/browser';
import { dial, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import type { ServedPage } from './support/page';
import { openBeside, seeStatus } from './support/panel';
import { seedHostUrl, serveSeedHost } from './support/seed-host';
import { clickSwitch, openView, seeSwitch } from './support/views';

describe.each(browsers)('in $name', (candidate) => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await createFixture(candidate);
  });
  afterAll(() => fixture?.close());

  describe('beside a page with host code of its own', () => {
    let page: ServedPage;
    let tab: Tab;
    let meeting: Surface;
    let panel: Surface;

    beforeAll(async () => {
      page = await serveSeedHost();
      ({ tab, meeting, panel } = await openBeside(fixture, { url: seedHostUrl(page, fixture) }));
    });
    afterAll(async () => {
      await tab?.close();
      page?.close();
    });

    test('the peer notices that somebody else sets the button, and offers to watch', async () => {
      await tab.click('button', 'Unread');
      await panel.click('button', 'Watch only');
      await panel.see('button', 'Respond from here');
      await panel.gone('button', 'Watch only');
    });

    test('it follows what the page does, and does not answer itself', async () => {
      await meeting.see('img', 'Unread');
      await tab.click('button', 'Unread');
      await seeSwitch(panel, 'Unread badge', ({ checked }) => checked === true);
      await meeting.click('button', 'Open Chat');
      await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
    });

    test('it sends what the user sends', async () => {
      await clickSwitch(panel, 'Unread badge');
      await meeting.gone('img', 'Unread');
    });

    test('the choice is kept for the site', async () => {
      await tab.reload();
      await meeting.see('button', 'Open Chat');
      panel = await tab.pressIcon();
      await panel.see('button', 'Respond from here');
    });

    test('it answers again, and takes what it then does for nobody else’s doing', async () => {
      await meeting.click('button', 'Open Chat');
      await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
      await panel.click('button', 'Respond from here');
      await panel.gone('button', 'Respond from here');
      await clickSwitch(panel, 'Unread badge');
      await meeting.see('img', 'Unread');
      // The plugin has reported the badge before it tells of the call.
      await openView(panel, 'Dial out');
      await dial(panel, 'alice@example.com');
      await seeRow(panel, 'alice@example.com', /Joined/);
      expect(await panel.find('button', 'Watch only')).toBeUndefined();
    });
  });

  describe('beside a page with a chat of its own, open when the icon is pressed', () => {
    let page: ServedPage;
    let tab: Tab;
    let meeting: Surface;
    let panel: Surface;
    const isOn = ({ pressed }: { pressed?: boolean | undefined }) => pressed === true;

    beforeAll(async () => {
      // Another origin than above, where the choice to watch is kept.
      page = await serveSeedHost();
      const url = `${seedHostUrl(page, fixture)}&chat=on`;
      tab = await fixture.browser.open(url);
      meeting = await tab.frame('#webapp3');
      await meeting.see('button', 'Close Chat', isOn);
      panel = await tab.pressIcon();
    });
    afterAll(async () => {
      await tab?.close();
      page?.close();
    });

    test('the peer says that the page answers, and leaves its button and badge alone', async () => {
      await panel.see('button', 'Watch only');
      await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
      // Long enough for the peer to have set the button, if it did.
      await openView(panel, 'Dial out');
      await dial(panel, 'bob@example.com');
      await seeRow(panel, 'bob@example.com', /Joined/);
      await meeting.see('button', 'Close Chat', isOn);
      await meeting.see('img', 'Unread');
    });

    test('Watch only brings back what the page has set', async () => {
      await clickSwitch(panel, 'Chat');
      await clickSwitch(panel, 'Unread badge');
      await meeting.see('button', 'Open Chat');
      await meeting.gone('img', 'Unread');
      await panel.click('button', 'Watch only');
      await meeting.see('button', 'Close Chat', isOn);
      await meeting.see('img', 'Unread');
      await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
      await openView(panel, 'Dial out');
      await seeRow(panel, 'bob@example.com', /Joined/);
    });
  });

  test('a page that uses the other namespace, or greets the plugin itself, takes no call away', async () => {
    const { tab, meeting, panel } = await openBeside(fixture);
    await dial(panel, 'other-namespace@example.com');
    await seeRow(panel, 'other-namespace@example.com', /Joined/);
    const isOn = ({ pressed }: { pressed?: boolean | undefined }) => pressed === true;
    await tab.evaluate(() => {
      const plugin = window.frames[0]?.frames[0];
      plugin?.postMessage({ action: 'rocketchat:videoconf/chat-state', active: true }, '*');
    });
    await meeting.see('button', 'Close Chat', isOn);
    await panel.see('button', 'Watch only');
    await tab.evaluate(() =>
      window.frames[0]?.frames[0]?.postMessage({ action: 'pexip:plugin:external-chat/hello' }, '*'),
    );
    expect(await panel.find('combobox', 'Meeting')).toBeUndefined();
    // The page has opened the chat.
    await openView(panel, 'Dial out');
    await seeRow(panel, 'other-namespace@example.com', /Joined/);
    await panel.click('button', 'Hang up other-namespace@example.com');
    await seeRow(panel, 'other-namespace@example.com', /Hung up/);
    // The answer to the page's greeting came before that of the hang-up, and brought nothing back.
    await meeting.see('button', 'Close Chat', isOn);
    await tab.close();
  });

  test('a plugin of the seed document that spoke too early is sent chat and badge anyway', async () => {
    const brandingDir = doubleOf('tests/browser/doubles/seed-plugin.ts');
    const { meeting, panel } = await openBeside(await fixture.another({ brandingDir }), {
      says: 'Waiting for the plugin',
    });
    await clickSwitch(panel, 'Unread badge');
    await panel.click('button', 'Send anyway');
    await meeting.see('img', 'Unread');
    // Its first word, whichever it is, tells the peer where it is.
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat');
    await seeStatus(panel, 'Plugin ready');
  });
});
