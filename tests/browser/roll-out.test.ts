import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import type { BrowserUnderTest, Tab } from './harness/browser';
import { eventually } from './harness/eventually';
import { iconPoint, installedOptions } from './harness/firefox/chrome-toolbar';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { candidatesBy } from './support/candidates';
import { DOCK } from './support/dock';
import { type ServedPage, servePage } from './support/page';
import { type RollOut, rollOut, whyNoRollOut } from './support/roll-out';

const candidates = candidatesBy(whyNoRollOut);

describe.each(candidates)('the files of docs/admin/roll-out.md, in $title', ({ name, launch, reason }) => {
  let meeting: DemoMeeting;
  let chat: ServedPage;
  let rolledOut: RollOut;
  let browser: BrowserUnderTest;
  let options: Tab;

  beforeAll(async () => {
    if (reason) return;
    meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
    chat = await servePage('<!doctype html><title>Team chat</title><h1>Team chat</h1>');
    rolledOut = await rollOut(name, chat.url);
    browser = await launch({ env: rolledOut.env });
    const url = await eventually('the extension to be installed by policy', async () => {
      const found = await optionsUrl(browser, rolledOut.id);
      return found ? { done: { value: found } } : { seen: 'no extension' };
    });
    options = await browser.open(url);
  });
  afterAll(async () => {
    await browser?.close();
    rolledOut?.close();
    await meeting?.close();
    chat?.close();
  });

  test.skipIf(reason)('install the extension with an id of the organization', async () => {
    await options.see('heading', 'External Chat options');
    const id = await options.evaluate(() => {
      const { runtime } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      return runtime.id as string;
    });
    expect(id).toBe(rolledOut.id);
  });

  test.skipIf(reason)('show the icon in the toolbar', async () => {
    if (browser instanceof FirefoxUnderTest) {
      const firefox = browser;
      await expect.poll(() => firefox.inChrome(iconPoint, rolledOut.id)).not.toBeNull();
      return;
    }
    const isOnToolbar = () =>
      options.evaluate(async () => {
        const { action } = Reflect.get(window, 'chrome');
        return ((await action.getUserSettings()) as { isOnToolbar: boolean }).isOnToolbar;
      });
    await expect.poll(isOnToolbar).toBe(true);
  });

  test.skipIf(reason)(
    'open the chat of the policy on a site of the build, without a click on the icon',
    async () => {
      await options.see('combobox', 'Where the chat opens', ({ disabled }) => Boolean(disabled));
      const tab = await browser.open(meeting.embeddingUrl());
      const webapp3 = await tab.frame('#webapp3');
      await webapp3.click('button', 'Open Chat');
      const dock = await tab.frame(DOCK);
      await (await dock.frame('iframe.custom-chat')).see('heading', 'Team chat');
    },
  );

  // Firefox takes updates over https only.
  test.skipIf(reason || name === 'firefox')('offer a newer version at the URL of the build', async () => {
    rolledOut.offer('99.0.0');
    const offered = await options.evaluate(async () => {
      const { runtime } = Reflect.get(window, 'chrome');
      return (await runtime.requestUpdateCheck()) as { status: string; version: string };
    });
    expect(offered).toEqual({ status: 'update_available', version: '99.0.0' });
  });
});

/** Returns the URL of the options page, or nothing while the extension is not there. */
async function optionsUrl(browser: BrowserUnderTest, id: string): Promise<string | undefined> {
  if (browser instanceof FirefoxUnderTest) return (await browser.inChrome(installedOptions, id)) ?? undefined;
  const url = `chrome-extension://${id}/options.html`;
  const tab = await browser.open(url).catch(() => undefined);
  await tab?.close();
  return tab && url;
}
