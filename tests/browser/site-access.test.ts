import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import { anyName, type BrowserUnderTest, browsers, type Surface, type Tab } from './harness/browser';
import { eventually } from './harness/eventually';
import { setCustomChat } from './support/custom-chat';
import { DOCK } from './support/dock';
import { iconSays } from './support/extension';
import { BUILDS } from './support/fixture';
import { servePage } from './support/page';
import { grantPermission, revokePermission } from './support/permissions';
import { popupOf } from './support/popup-of';

const SITE = 'http://localhost';

/** Waits until a custom chat in this panel has been told that it is beside a page of this origin. */
async function seePageOrigin(panel: Surface, origin: string): Promise<void> {
  const chatPage = await servePage(
    '<!doctype html><h1></h1><script>document.querySelector("h1").textContent = location.search</script>',
  );
  await setCustomChat(panel, `${chatPage.url}?{pageOrigin}`);
  const chat = await panel.frame('iframe.custom-chat');
  await chat.see('heading', `?${encodeURIComponent(origin)}`);
  await panel.evaluate(async () => {
    const { storage } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
    await storage.local.remove('chat');
  });
  chatPage.close();
}

describe.each(browsers)('a site on which it always runs, in $name', ({ name, launch }) => {
  let meeting: DemoMeeting;
  let browser: BrowserUnderTest;
  let tab: Tab;
  let panel: Surface;
  let options: Tab;

  beforeAll(async () => {
    meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
    browser = await launch({ extensionDir: BUILDS[name], keepWelcome: true });
  });
  afterAll(async () => {
    await browser?.close();
    await meeting?.close();
  });

  const untilIconSays = (title: string, badge = '') =>
    eventually(`the icon to say “${title}” and “${badge}”`, async () => {
      const says = await iconSays(panel);
      return says.title === title && says.badge === badge
        ? { done: { value: undefined } }
        : { seen: JSON.stringify(says) };
    });

  const hasPermission = () =>
    panel.evaluate((site) => {
      const { permissions } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      return permissions.contains({ origins: [`${site}/*`] }) as Promise<boolean>;
    }, SITE);
  const untilListIsEmpty = () =>
    options.waitFor('the site to be gone', () => !document.querySelector('[id="sites"] ~ ul > li'));
  // The list is changed first, and what is registered follows it.
  const untilRegisteredNowhere = () =>
    options.waitFor('the detector to be registered nowhere', async () => {
      const { scripting } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      const registered = (await scripting.getRegisteredContentScripts({ ids: ['lookout'] })) as unknown[];
      return registered.length === 0;
    });

  test('begins with a page that leads to the demo meeting', async () => {
    const welcome = await browser.ownTab('options.html?welcome');
    await welcome.see('heading', 'Welcome to External Chat');
    await welcome.fill('textbox', 'Demo meeting URL', 'nowhere');
    await welcome.click('button', 'Open the demo meeting');
    await welcome.see('textbox', 'Demo meeting URL', ({ description }) => /Enter the URL/.test(description));
    await welcome.fill('textbox', 'Demo meeting URL', meeting.embeddingUrl());
    await welcome.click('button', 'Open the demo meeting');
    tab = await browser.ownTab(meeting.embeddingUrl());
    await (await tab.frame('#webapp3')).see('button', 'Open Chat');
    await welcome.close();
  });

  test('the icon says that there is a meeting, and what is unread', async () => {
    panel = await tab.pressIcon();
    await panel.see('status', anyName, ({ text }) => text === 'In the meeting');
    await untilIconSays('External Chat: ready');
    meeting.node.conference().say('Bob', 'Good morning');
    await untilIconSays('External Chat: 1 unread', '1');
  });

  test('is asked for from the panel', async () => {
    expect(await hasPermission()).toBe(false);
    await panel.evaluate(recordPlacesOf, 'Options');
    await grantPermission(browser, SITE, async () => {
      await tab.bringToFront();
      await panel.click('button', 'More');
      await panel.click('button', `Always run on ${SITE}`);
    });
    // The site comes into the menu a moment later: what is there already must stay under the mouse.
    expect(await panel.evaluate(() => Reflect.get(window, 'places'))).toHaveLength(1);
    await panel.see('status', anyName, ({ text }) => text === `External Chat now runs on ${SITE}.`);
    await panel.see('button', 'Stop running on this site');
    expect(await hasPermission()).toBe(true);
  });

  test('is ready after a load without a press of the icon', async () => {
    await tab.closePanel();
    await tab.reload();
    const webapp3 = await tab.frame('#webapp3');
    // Bob's message is still unread.
    await webapp3.click('button', /^Open Chat/);
    await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
  });

  test('is ready in a page that the site writes into about:blank, in a popup window', async () => {
    await tab.evaluate(() => void window.open('about:blank', '', 'popup,width=900,height=700'));
    const written = await popupOf(browser, tab);
    await written.evaluate((src) => {
      document.open();
      document.write(`<!doctype html><title>Written</title><iframe id="webapp3" src="${src}"></iframe>`);
      document.close();
    }, meeting.directUrl());
    const webapp3 = await written.frame('#webapp3');
    await webapp3.click('button', 'Open Chat');
    await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    const dock = await written.frame(DOCK);
    await dock.see('tabpanel', 'Chat');
    await seePageOrigin(dock, new URL(meeting.embeddingUrl()).origin);
    await written.close();
  });

  test('stands on the options page', async () => {
    panel = await tab.pressIcon();
    await panel.click('button', 'More');
    await panel.click('button', 'Options');
    options = await browser.ownTab('options.html');
    await options.see('listitem', anyName, ({ text }) =>
      /^http:\/\/localhost.*Runs automatically/.test(text),
    );
  });

  test('is gone from there once leave was taken in the browser', async () => {
    await revokePermission(browser, SITE);
    await untilListIsEmpty();
    await untilRegisteredNowhere();
  });

  test('is added again in the options, and gives the leave back when it is to stop there', async () => {
    const open = await browser.open(meeting.embeddingUrl('open.before'));
    const webapp3 = await open.frame('#webapp3');
    await webapp3.see('button', 'Open Chat');
    await grantPermission(browser, SITE, async () => {
      await options.bringToFront();
      await options.fill('textbox', 'Site', `${SITE}/somewhere`);
      await options.click('button', 'Add site');
    });
    await options.see('listitem', anyName, ({ text }) =>
      /^http:\/\/localhost.*Runs automatically/.test(text),
    );
    // The page that was open is served without another load.
    await open.bringToFront();
    await webapp3.click('button', 'Open Chat');
    await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await options.bringToFront();
    await options.click('button', 'Stop running on this site');
    await untilListIsEmpty();
    await untilRegisteredNowhere();
    await expect.poll(hasPermission).toBe(false);
  });
});

/** Runs in the panel, and keeps how far down a button has been. */
function recordPlacesOf(button: string): void {
  const places: number[] = [];
  new MutationObserver(() => {
    const found = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === button);
    const top = found?.getBoundingClientRect().top;
    if (top !== undefined && !places.includes(top)) places.push(top);
  }).observe(document.body, { childList: true, subtree: true });
  Reflect.set(window, 'places', places);
}
