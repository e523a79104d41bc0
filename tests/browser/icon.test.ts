import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import { doubleOf } from '../prebuild/built';
import { anyName, type BrowserUnderTest, browsers, type Surface, type Tab } from './harness/browser';
import { eventually } from './harness/eventually';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { type BuildCopy, copyOfBuild } from './support/build-copy';
import { iconSays } from './support/extension';
import { chooseFromMenu } from './support/menu';
import { type ServedPage, servePage } from './support/page';
import { seeStatus } from './support/panel';
import { grantPermission } from './support/permissions';

const SITE = 'http://localhost';
const WELCOME = 'options.html?welcome';

describe.each(browsers)('the icon, its menu and the first run, in $name', ({ name, launch }) => {
  let build: BuildCopy;
  let meeting: DemoMeeting;
  let silent: DemoMeeting;
  let elsewhere: ServedPage;
  let browser: BrowserUnderTest;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    build = copyOfBuild(name);
    meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
    silent = await startMeeting({ brandingDir: doubleOf('tests/browser/doubles/seed-plugin.ts') });
    elsewhere = await servePage('<!doctype html><title>Elsewhere</title>');
    browser = await launch({ extensionDir: build.folder, keepWelcome: true });
  });
  afterAll(async () => {
    await browser?.close();
    await meeting?.close();
    await silent?.close();
    elsewhere?.close();
    build?.remove();
  });

  const untilIconSays = (title: string) =>
    eventually(`the icon to say “${title}”`, async () => {
      const says = await iconSays(panel);
      return says.title === title ? { done: { value: undefined } } : { seen: says.title };
    });
  const openMeeting = async ({ embeddingUrl }: DemoMeeting) => {
    await tab.navigate(embeddingUrl());
    await (await tab.frame('#webapp3')).see('button', 'Open Chat');
  };
  const choose = async (item: string): Promise<void> => {
    expect(await chooseFromMenu(browser, tab, item, panel)).toBe(true);
  };
  const isRegistered = () =>
    panel.evaluate(async () => {
      const { scripting } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      return ((await scripting.getRegisteredContentScripts({ ids: ['lookout'] })) as unknown[]).length === 1;
    });
  const untilRegistered = () => expect.poll(isRegistered).toBe(true);
  /** Pages that say how to begin. */
  const welcomes = () =>
    panel.evaluate((search) => {
      const { extension } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      const tabs = extension.getViews({ type: 'tab' }) as Window[];
      return tabs.filter(({ location }) => location.href.includes(search)).length;
    }, WELCOME);
  const answersByItself = async () => {
    await openMeeting(meeting);
    const webapp3 = await tab.frame('#webapp3');
    await webapp3.click('button', 'Open Chat');
    await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
  };

  test('says once how to begin, by keyboard too', async () => {
    const welcome = await browser.ownTab(WELCOME);
    await welcome.see('heading', 'Welcome to External Chat');
    expect(await welcome.findAll('listitem', anyName)).toHaveLength(3);
    await welcome.press('Tab');
    await welcome.see('textbox', 'Demo meeting URL', ({ focused }) => focused);
    await welcome.press('Tab');
    await welcome.see('button', 'Open the demo meeting', ({ focused }) => focused);
    await welcome.close();
  });

  test('says that a page has no meeting, or one whose plugin has not spoken', async () => {
    tab = await browser.open(elsewhere.url);
    panel = await tab.pressIcon();
    await untilIconSays('External Chat: no meeting on this page');
    expect(await welcomes()).toBe(0);
    // Such a plugin has said that it is ready before anybody listened, and says it once.
    await openMeeting(silent);
    panel = await tab.pressIcon();
    await seeStatus(panel, 'Waiting for the plugin');
    await untilIconSays('External Chat: meeting found, waiting for the plugin');
  });

  test('its menu chooses where the chat opens, and has the help', async () => {
    const place = () =>
      panel.evaluate(async () => {
        const { storage } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
        const { chat } = await storage.local.get('chat');
        return chat?.value.place as string | undefined;
      });
    for (const chosen of ['panel', 'dock']) {
      await choose(`place-${chosen}`);
      await expect.poll(place).toBe(chosen);
    }
    await choose('help');
    await (await browser.ownTab(WELCOME)).close();
  });

  test('its menu has the extension always run on the site', async () => {
    if (browser instanceof FirefoxUnderTest) {
      await choose('always-run');
      await browser.answerPrompt(false);
    }
    expect(await isRegistered()).toBe(false);
    await grantPermission(browser, SITE, () => choose('always-run'));
    await untilRegistered();
    // A load that nobody pressed the icon for.
    await tab.closePanel();
    await answersByItself();
    panel = await tab.pressIcon();
    // From then on it leads to where that is changed.
    await choose('always-run');
    const options = await browser.ownTab('options.html');
    await options.see('listitem', anyName, ({ text }) =>
      /^http:\/\/localhost.*Runs automatically/.test(text),
    );
    await options.close();
  });

  test('runs there after the background was ended, and the icon says so', async () => {
    await browser.endBackground();
    await answersByItself();
    await untilIconSays('External Chat: ready');
  });

  test('runs there after an update, which does not say how to begin again', async () => {
    build.raiseVersion();
    await browser.updateExtension(build.folder);
    panel = await tab.pressIcon();
    await untilRegistered();
    await answersByItself();
    // Whatever the update had opened is there by now, long before what is opened here.
    expect(await welcomes()).toBe(0);
    await choose('help');
    await browser.ownTab(WELCOME);
    expect(await welcomes()).toBe(1);
  });
});
