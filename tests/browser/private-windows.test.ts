import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchFirefox, type Surface, type Tab } from './harness/browser';
import { ChromiumUnderTest } from './harness/chromium/chromium';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { seeRow } from './support/calls';
import { setCustomChat } from './support/custom-chat';
import { DOCK } from './support/dock';
import { createFixture, type Fixture } from './support/fixture';
import { openIncognito } from './support/incognito';
import { commandKeys, keyed } from './support/keyed';
import { servePage } from './support/page';
import { openBeside, openPanel, seeStatus } from './support/panel';
import { stored } from './support/stored';
import { openView } from './support/views';

const SECRET = 'hidden-4711@example.com';

describe.each([
  { name: 'a private window', isPrivate: true },
  { name: 'an ordinary window', isPrivate: false },
])('$name of Firefox', ({ isPrivate }) => {
  let fixture: Fixture;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    // Let into private windows after it was installed: Firefox then tells of no installation.
    const launch = (options: Parameters<typeof launchFirefox>[0]) =>
      launchFirefox({ ...options, isPrivate, keepWelcome: isPrivate });
    fixture = await createFixture({ name: 'firefox', launch });
    ({ tab, panel } = await openBeside(fixture));
  });
  afterAll(() => fixture?.close());

  test('opens the welcome page from the menu in a window of its kind, and writes nothing', async () => {
    await panel.click('button', 'More');
    await panel.click('button', 'Help');
    const welcome = await fixture.browser.ownTab('options.html?welcome');
    await welcome.see('heading', 'Welcome to External Chat');
    const isThere = await welcome.evaluate(async () => {
      const { windows } = Reflect.get(window, 'browser');
      return (await windows.getCurrent()).incognito;
    });
    expect([isThere, await stored(welcome, 'local')]).toEqual([isPrivate, '{}']);
    await welcome.close();
    await tab.bringToFront();
  });

  test.runIf(isPrivate)('says in the options that changes stay when it is closed', async () => {
    await panel.evaluate(() => void Reflect.get(window, 'browser').runtime.openOptionsPage());
    const options = await fixture.browser.ownTab('options.html');
    await options.waitFor('the note', () => document.body.innerText.includes('This is a private window.'));
    await options.close();
    await tab.bringToFront();
  });

  test.runIf(isPrivate)('has the menu of the icon, which leads to the welcome page', async () => {
    const { browser } = fixture;
    expect(browser instanceof FirefoxUnderTest && (await browser.chooseFromIconMenu('help'))).toBe(true);
    await (await browser.ownTab('options.html?welcome')).close();
    await tab.bringToFront();
  });

  test(`shows a call in the history, and ${isPrivate ? 'writes nothing of it' : 'keeps it'}`, async () => {
    await panel.fill('textbox', 'Destination', SECRET);
    await panel.click('button', 'Dial');
    await seeRow(panel, SECRET, /Joined/);
    await openView(panel, 'Earlier');
    await panel.see('list', 'History', ({ text }) => text.includes(SECRET));
    await expect
      .poll(() => stored(panel, 'local'))
      .toMatch(isPrivate ? /^(?!.*(?:hidden-4711|placed\.))/ : /hidden-4711/);
  });

  test(`${isPrivate ? 'forgets' : 'keeps'} how the panel lies over a page`, async () => {
    const meeting = await tab.frame('#webapp3');
    await tab.closePanel();
    await meeting.click('button', 'Open Chat');
    const dock = await tab.frame(DOCK);
    await dock.see('tabpanel', 'Chat');
    await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
    await dock.drag('separator', 'Panel width', { x: 60, y: 0 });
    const site = new URL(fixture.meeting.embeddingUrl()).origin;
    panel = await tab.pressIcon();
    if (isPrivate) expect(await stored(panel, 'local')).not.toContain(site);
    else await expect.poll(() => stored(panel, 'local')).toContain(site);
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

/** Dialed from the panel beside the page, and from the one on it. */
const DIALED = { beside: 'beside-4711@example.com', onPage: 'on-page-4712@example.com' } as const;

/** The meeting’s alias, which is in the URL of a custom chat that browsers may keep. */
const ALIAS = 'alias-4713';
const SEARCHED = [...Object.values(DIALED), ALIAS];
const CHAT = `<!doctype html><title>Chat</title><h1></h1><script>
  document.querySelector('h1').textContent = location.pathname;
</script>`;

describe.each(keyed)('a window of $name, and what its profile has once it is closed', (candidate) => {
  /** Calls from both panels, each opened by its key, and returns after the browser has ended. */
  async function callByKey(profile: string, isPrivate: boolean): Promise<void> {
    const keys = commandKeys(candidate.name);
    // Smaller than the incognito window, which is to have the keyboard.
    const size = { width: 700, height: 500 };
    const chat = await servePage(CHAT, { 'cache-control': 'max-age=3600' });
    const keyedBrowser = await candidate.start({ ...size, profile, isPrivate });
    const { browser, meeting: served } = keyedBrowser.fixture;
    const press = (command: string) => keyedBrowser.press(keys[command] ?? '');
    const dial = async (panel: Surface, destination: string) => {
      await panel.fill('textbox', 'Destination', destination);
      await panel.click('button', 'Dial');
      await seeRow(panel, destination, /Joined/);
      if (!isPrivate) await expect.poll(() => stored(panel, 'local')).toContain(destination);
    };
    try {
      const url = served.embeddingUrl(ALIAS);
      const isIncognito = isPrivate && browser instanceof ChromiumUnderTest;
      const tab = isIncognito ? await openIncognito(browser, url) : await browser.open(url);
      const meeting = await tab.frame('#webapp3');
      await meeting.see('button', 'Open Chat');
      await tab.click('heading', 'Your appointment');
      await press('open-panel');
      const panel = await keyedBrowser.sidePanel();
      await seeStatus(panel, 'In the meeting');
      await press('focus-destination');
      await panel.see('textbox', 'Destination', ({ focused }) => focused);
      await dial(panel, DIALED.beside);
      await setCustomChat(panel, `${chat.url}rooms/{alias}`);
      await panel.click('tab', /^Chat/);
      await (await panel.frame('iframe.custom-chat')).see('heading', `/rooms/${ALIAS}`);
      await tab.closePanel();

      await tab.click('heading', 'Your appointment');
      await press('toggle-chat');
      await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      const dock = await tab.frame(DOCK);
      await dock.see('tabpanel', 'Chat');
      await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
      await openView(dock, 'Dial out');
      await dial(dock, DIALED.onPage);

      const isDockShown = () => tab.evaluate(() => document.querySelector(':popover-open') !== null);
      await dock.click('button', 'Close the chat');
      await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
      await expect.poll(isDockShown).toBe(false);
      await meeting.click('button', 'Open Chat');
      await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      await expect.poll(isDockShown).toBe(true);
      await openPanel(tab);
      await tab.closePanel();
      await tab.close();
    } finally {
      await keyedBrowser.close();
      chat.close();
    }
  }

  test.skipIf(!candidate.isThere).each([
    { window: 'a private window', isPrivate: true, kept: [] },
    { window: 'an ordinary window', isPrivate: false, kept: SEARCHED },
  ])('calls by key from both panels in $window leave there: $kept', async ({ isPrivate, kept }) => {
    const profile = mkdtempSync(join(tmpdir(), 'searched-'));
    try {
      await callByKey(profile, isPrivate);
      const found = SEARCHED.filter((each) => filesWith(profile, each).length > 0);
      expect(found).toEqual(kept);
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
