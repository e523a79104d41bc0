import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchOptions, launchChromium, launchFirefox, type Surface, type Tab } from './harness/browser';
import { backgroundsOf, untilItListens } from './harness/chromium/background';
import type { ChromiumUnderTest } from './harness/chromium/chromium';
import { ChromiumTab } from './harness/chromium/tab';
import { eventually } from './harness/eventually';
import { seeRow } from './support/calls';
import { type Stage, setStage } from './support/fixture';
import { openBeside, openPanel } from './support/panel';
import { openView } from './support/views';

const SECRET = 'hidden-4711@example.com';

/** Everything that the extension has in its store on disk. */
const stored = (panel: Surface): Promise<string> =>
  panel.evaluate(async () => {
    const { storage } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
    return JSON.stringify(await storage.local.get(null));
  });

describe.each([
  { name: 'a private window', isPrivate: true },
  { name: 'an ordinary window', isPrivate: false },
])('$name of Firefox', ({ isPrivate }) => {
  let stage: Stage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    const launch = (options: Parameters<typeof launchFirefox>[0]) =>
      launchFirefox({ ...options, isPrivate, keepWelcome: isPrivate });
    stage = await setStage({ name: 'firefox', launch });
    ({ tab, panel } = await openBeside(stage));
  });
  afterAll(() => stage?.close());

  test(`shows a call in the history, and ${isPrivate ? 'writes nothing of it' : 'keeps it'}`, async () => {
    await panel.fill('textbox', 'Destination', SECRET);
    await panel.click('button', 'Dial');
    await seeRow(panel, SECRET, /Joined/);
    await openView(panel, 'Earlier');
    await panel.see('list', 'History', ({ text }) => text.includes(SECRET));
    await expect
      .poll(() => stored(panel))
      .toMatch(isPrivate ? /^(?!.*(?:hidden-4711|placed\.))/ : /hidden-4711/);
  });

  test(`${isPrivate ? 'forgets' : 'keeps'} how the panel lies over a page`, async () => {
    const meeting = await tab.frame('#webapp3');
    await tab.closePanel();
    await meeting.click('button', 'Open Chat');
    const dock = await tab.frame('iframe[title="External Chat"]');
    await dock.see('tabpanel', 'Chat');
    await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
    await dock.drag('separator', 'Panel width', { x: 60, y: 0 });
    const site = new URL(stage.meeting.embeddingUrl()).origin;
    panel = await tab.pressIcon();
    if (isPrivate) expect(await stored(panel)).not.toContain(site);
    else await expect.poll(() => stored(panel)).toContain(site);
  });
});

/** The files of a profile that have a text in them, in either encoding that browsers store text in. */
function filesWith(profile: string, text: string): string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => forms.some((form) => readFileSync(path).includes(form)));
}

/** Allows the extension in incognito windows, as the browser's own page does, and opens one. */
async function openIncognito(chromium: ChromiumUnderTest, url: string): Promise<Tab> {
  const before = backgroundsOf(chromium.browser, chromium.extensionId);
  const page = await chromium.open('chrome://extensions');
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = Reflect.get(window, 'chrome');
    // Without it, an unpacked extension that is loaded anew stays off.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, chromium.extensionId ?? '');
  // The extension starts anew with it, and has no pages for a moment.
  const own = await eventually('a page of the extension', async () => ({
    done: { value: await chromium.open(`chrome-extension://${chromium.extensionId}/options.html`) },
  }));
  await untilItListens(chromium.browser, chromium.extensionId, before);
  await own.evaluate(async (address) => {
    const { windows } = Reflect.get(window, 'chrome');
    await windows.create({ incognito: true, url: address });
  }, url);
  const target = await chromium.browser.waitForTarget((each) => each.url() === url);
  await own.close();
  await page.close();
  const tab = new ChromiumTab(await target.asPage(), chromium);
  await tab.reload();
  return tab;
}

describe.each(['chromium', 'firefox'] as const)('after a window of %s was closed', (name) => {
  test.each([true, false])(
    'in which a call was placed, private: %s, its profile tells',
    async (isPrivate) => {
      const profile = mkdtempSync(join(tmpdir(), 'searched-'));
      let chromium: ChromiumUnderTest | undefined;
      const launch = async (options: LaunchOptions) => {
        if (name === 'firefox')
          return launchFirefox({ ...options, isPrivate, keepWelcome: isPrivate, profile });
        chromium = await launchChromium({ ...options, profile });
        return chromium;
      };
      const stage = await setStage({ name, launch });
      try {
        const url = stage.meeting.embeddingUrl();
        const open = () => stage.browser.open(url);
        const tab = await (isPrivate && chromium ? openIncognito(chromium, url) : open());
        const meeting = await tab.frame('#webapp3');
        await meeting.see('button', 'Open Chat');
        const panel = await openPanel(tab);
        await panel.fill('textbox', 'Destination', SECRET);
        await panel.click('button', 'Dial');
        await seeRow(panel, SECRET, /Joined/);
        if (!isPrivate) await expect.poll(() => stored(panel)).toContain(SECRET);
        await tab.closePanel();
        await meeting.click('button', 'Open Chat');
        await (await tab.frame('iframe[title="External Chat"]')).see('tabpanel', 'Chat');
        await tab.close();
      } finally {
        await stage.close();
      }
      const found = filesWith(profile, SECRET);
      rmSync(profile, { recursive: true, force: true });
      if (isPrivate) expect(found).toEqual([]);
      else expect(found).not.toEqual([]);
    },
  );
});
