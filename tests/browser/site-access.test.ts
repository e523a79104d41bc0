import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Meeting, startMeeting } from '../../meeting/start';
import { anyName, type BrowserUnderTest, browsers, type Surface, type Tab } from './harness/browser';
import { ChromiumUnderTest } from './harness/chromium/chromium';
import { eventually } from './harness/eventually';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { extensionWith, iconSays } from './support/extension';
import { BUILDS } from './support/stage';

const SITE = 'http://localhost';

describe.each(browsers)('a site on which it always runs, in $name', ({ name, launch }) => {
  let meeting: Meeting;
  let browser: BrowserUnderTest;
  let tab: Tab;
  let panel: Surface;
  let options: Tab;

  beforeAll(async () => {
    meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
    // Chromium's prompt cannot be answered without a screen. It asks for nothing that the manifest has.
    const changes = name === 'chromium' ? { host_permissions: [`${SITE}/*`] } : {};
    browser = await launch({ extensionDir: extensionWith(BUILDS[name], changes), keepWelcome: true });
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

  test('begins with a page that leads to the demo meeting', async () => {
    const welcome = await browser.ownTab('options.html?welcome');
    await welcome.see('heading', 'Welcome to External Chat');
    await welcome.fill('textbox', 'Address of the demo', 'nowhere');
    await welcome.click('button', 'Open the demo meeting');
    await welcome.see('textbox', 'Address of the demo', ({ description }) =>
      /Write the address/.test(description),
    );
    await welcome.close();
  });

  test('the icon says that there is a meeting, and what is unread', async () => {
    tab = await browser.open(meeting.embeddingUrl());
    await (await tab.frame('#webapp3')).see('button', 'Open Chat');
    panel = await tab.pressIcon();
    await panel.see('status', anyName, ({ text }) => text === 'In the meeting');
    await untilIconSays('External chat: ready');
    meeting.node.conference().say('Bob', 'Good morning');
    await untilIconSays('External chat: 1 unread', '1');
  });

  test('is asked for from the panel', async () => {
    await panel.click('button', 'More');
    await panel.click('button', `Always run on ${SITE}`);
    if (browser instanceof FirefoxUnderTest) await browser.answerPrompt(true);
    await panel.see('status', anyName, ({ text }) => text.startsWith('From the next load'));
    await panel.see('button', 'Stop running here');
  });

  test('is ready after a load without a press of the icon', async () => {
    await tab.closePanel();
    await tab.reload();
    const webapp3 = await tab.frame('#webapp3');
    await webapp3.click('button', 'Open Chat');
    await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
  });
  test('stands on the options page', async () => {
    panel = await tab.pressIcon();
    await panel.click('button', 'More');
    await panel.click('button', 'Options');
    options = await browser.ownTab('options.html');
    await options.see('listitem', anyName, ({ text }) => /^http:\/\/localhost.*Runs by itself/.test(text));
  });

  test('is gone from there once leave was taken in the browser', async () => {
    await takeLeave(browser);
    await options.waitFor('the site to be gone', () => !document.querySelector('[id="sites"] ~ ul > li'));
    // The list is changed first, and what is registered follows it.
    await options.waitFor('the lookout to be registered nowhere', async () => {
      const { scripting } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      const registered = (await scripting.getRegisteredContentScripts({ ids: ['lookout'] })) as unknown[];
      return registered.length === 0;
    });
  });
});

/** Takes the leave for this machine's pages away, as the browser's own page for extensions does it. */
async function takeLeave(browser: BrowserUnderTest): Promise<void> {
  if (browser instanceof ChromiumUnderTest) {
    const tab = await browser.open('chrome://extensions');
    await tab.evaluate(async (extensionId) => {
      const { developerPrivate } = Reflect.get(window, 'chrome');
      await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
    }, browser.extensionId);
    await tab.close();
  }
  if (browser instanceof FirefoxUnderTest) {
    await browser.inChrome(
      async (id, origin) => {
        const { ChromeUtils, WebExtensionPolicy } = globalThis as unknown as PrivilegedExtensions;
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs',
        );
        const { extension } = WebExtensionPolicy.getByID(id);
        await ExtensionPermissions.remove(id, { permissions: [], origins: [origin] }, extension);
      },
      browser.extensionId ?? '',
      `${SITE}/*`,
    );
  }
}

/** What of Firefox's own modules that takes. */
type PrivilegedExtensions = {
  ChromeUtils: {
    importESModule(name: string): {
      ExtensionPermissions: {
        remove(
          id: string,
          leave: { permissions: string[]; origins: string[] },
          extension: unknown,
        ): Promise<void>;
      };
    };
  };
  WebExtensionPolicy: { getByID(id: string): { extension: unknown } };
};
