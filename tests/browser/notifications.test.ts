import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import type { ChromiumUnderTest } from './harness/chromium/chromium';
import type { FirefoxUnderTest } from './harness/firefox/firefox';
import { copyOfBuild } from './support/build-copy';
import { answer, seeRow, setSettings } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { openOptions } from './support/options';
import { openBeside } from './support/panel';
import { openView } from './support/views';

const UNREAD = 'Notify about unread messages';

describe.each(browsers)('notifications, in $name', (candidate) => {
  const isChromium = candidate.name === 'chromium';
  /** Chromium’s prompt is a window that no test can answer: its build has the permission from the start. */
  const build = copyOfBuild(candidate.name);
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;
  let options: Tab;

  beforeAll(async () => {
    if (isChromium) build.replace('manifest.json', /"permissions":\s*\[/, '"permissions":["notifications",');
    fixture = await createFixture(candidate, { extensionDir: build.folder });
    ({ tab, meeting, panel } = await openBeside(fixture));
    options = await openOptions(fixture, panel);
  });
  afterAll(async () => {
    await fixture?.close();
    build.remove();
  });

  /**
   * The notifications that are shown, and in Firefox in which words. Without a screen Firefox closes each at
   * once: there its background shows them to the test instead.
   */
  const shown = () =>
    options.evaluate(async () => {
      type Shown = Record<string, { title?: string; message?: string } | true>;
      const { notifications } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
        notifications?: { getAll(): Promise<Shown> };
      };
      const backgroundShown: unknown = Reflect.get(window, 'backgroundShown');
      const all = (backgroundShown ?? (await notifications?.getAll()) ?? {}) as Shown;
      return Object.entries(all).map(([id, each]) => {
        const { title, message } = each === true ? {} : each;
        return { id, words: title === undefined ? '' : `${title}: ${message}` };
      });
    });
  const showToTest = () =>
    options.evaluate(async () => {
      type Notifications = Record<'create' | 'clear' | 'getAll', (id: string, options: object) => unknown>;
      type Own = { notifications: Notifications };
      const { runtime } = Reflect.get(globalThis, 'browser') as {
        runtime: { getBackgroundPage(): Promise<{ browser: Own }> };
      };
      const { notifications } = (await runtime.getBackgroundPage()).browser;
      const all: Record<string, object> = {};
      Reflect.set(window, 'backgroundShown', all);
      notifications.create = async (id, given) => {
        all[id] = given;
      };
      notifications.clear = async (id) => Reflect.deleteProperty(all, id);
      notifications.getAll = async () => all;
    });
  const kinds = async () => (await shown()).map(({ id }) => id.split(' ')[0]).toSorted();
  const say = (text: string) => fixture.meeting.node.conference('qa.meeting').say('Bob', text);
  const turnOn = async (name: string) => {
    await options.bringToFront();
    await options.click('checkbox', name);
    await options.see('checkbox', name, ({ checked }) => checked === true);
  };

  test('show nothing until they are turned on', async () => {
    await tab.bringToFront();
    say('Before');
    await meeting.see('button', 'Open Chat (1 unread)');
    expect(await shown()).toEqual([]);
  });

  test.skipIf(isChromium)('stay off where the browser’s question is declined', async () => {
    await options.bringToFront();
    await options.click('checkbox', UNREAD);
    await (fixture.browser as FirefoxUnderTest).answerPrompt(false);
    await options.waitFor('the words', () => document.body.textContent?.includes('Not turned on:'));
    expect((await options.find('checkbox', UNREAD))?.checked).toBe(false);
  });

  test('tell how many messages are unread and on which site, and go once they are read', async () => {
    await options.bringToFront();
    await options.click('checkbox', UNREAD);
    if (!isChromium) await (fixture.browser as FirefoxUnderTest).answerPrompt(true);
    await options.see('checkbox', UNREAD, ({ checked }) => checked === true);
    if (!isChromium) await showToTest();
    say('A secret');
    await expect.poll(kinds).toEqual(['unread']);
    const host = new URL(fixture.meeting.embeddingUrl()).host;
    if (!isChromium) {
      await expect.poll(async () => (await shown())[0]?.words).toBe(`2 unread messages: ${host}`);
      say('Another');
      await expect.poll(async () => (await shown())[0]?.words).toBe(`3 unread messages: ${host}`);
    }
    await tab.bringToFront();
    await panel.click('tab', /^Chat/);
    await expect.poll(kinds).toEqual([]);
    await openView(panel, 'Dial out');
  });

  test('keep quiet about a muted site', async () => {
    const site = new URL(fixture.meeting.embeddingUrl()).origin;
    await setSettings(panel, { notifyUnread: true, notifyCalls: true, mutedSites: [site] });
    await options.see('button', 'Unmute this site');
    await tab.bringToFront();
    await openView(panel, 'Dial out');
    const before = await shown();
    say('Not told of');
    await meeting.see('button', /unread/);
    await panel.see('tab', /^Chat/, ({ name }) => name.includes('unread'));
    await panel.fill('textbox', 'Destination', 'other@example.com');
    await panel.click('button', 'Dial');
    await seeRow(panel, 'other@example.com', /Joined/);
    expect(await shown()).toEqual(before);
    await options.bringToFront();
    await options.click('button', 'Unmute this site');
    await options.gone('button', 'Unmute this site');
    say('Told of');
    await expect.poll(kinds).toEqual(['unread']);
    await tab.bringToFront();
    await panel.click('tab', /^Chat/);
    await expect.poll(kinds).toEqual([]);
    await openView(panel, 'Dial out');
  });

  test('tell of a call that is joined while another tab is in front', async () => {
    await panel.fill('textbox', 'Destination', 'noanswer@example.com');
    await panel.click('button', 'Dial');
    await seeRow(panel, 'noanswer@example.com', /Ringing/);
    await options.bringToFront();
    answer(fixture, 'noanswer@example.com');
    await expect.poll(kinds).toEqual(['calls']);
    await options.evaluate(async () => {
      const backgroundShown: unknown = Reflect.get(window, 'backgroundShown');
      if (backgroundShown)
        for (const id of Object.keys(backgroundShown)) Reflect.deleteProperty(backgroundShown, id);
      const api: unknown = Reflect.get(globalThis, 'chrome');
      const { notifications } = api as {
        notifications?: Record<'getAll' | 'clear', (id?: string) => object>;
      };
      if (!backgroundShown && notifications)
        for (const id of Object.keys(await notifications.getAll())) await notifications.clear(id);
    });
    expect(await kinds()).toEqual([]);
  });

  test('tell of calls and of people who wait', async () => {
    await turnOn('Notify about people who wait or raise a hand');
    await tab.bringToFront();
    await panel.fill('textbox', 'Destination', 'joined@example.com');
    await panel.click('button', 'Dial');
    await seeRow(panel, 'joined@example.com', /Joined/);
    await expect.poll(kinds).toEqual(['calls']);
    await panel.fill('textbox', 'Destination', 'lobby@example.com');
    await panel.click('button', 'Dial');
    await expect.poll(kinds).toEqual(['calls', 'people']);
  });

  // Firefox has no way to click one but the window system’s.
  test.skipIf(!isChromium)('lead to the tab and the view that they are about', async () => {
    await options.bringToFront();
    const people = (await shown()).find(({ id }) => id.startsWith('people '));
    await (fixture.browser as ChromiumUnderTest).fire('notifications.onClicked', people?.id, options);
    await tab.waitFor('the tab in front', () => document.visibilityState === 'visible');
    await panel.see('tabpanel', /^People/);
    await expect.poll(kinds).toEqual(['calls']);
  });
});
