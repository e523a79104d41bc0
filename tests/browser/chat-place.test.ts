import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import type { FirefoxUnderTest } from './harness/firefox/firefox';
import { createFixture, type Fixture } from './support/fixture';
import { openOptions } from './support/options';
import { type ServedPage, servePage } from './support/page';
import { openBeside } from './support/panel';
import { grantPermission } from './support/permissions';
import { clickSwitch, openView } from './support/views';

const CHAT = '<!doctype html><title>Team chat</title><h1>Team chat</h1>';

describe.each(browsers)('where a chat opens, and whether it may, in $name', (candidate) => {
  let fixture: Fixture;
  let friendly: ServedPage;
  let refusing: ServedPage;
  const headers: Record<string, string> = {
    'content-security-policy': "frame-ancestors 'self' https://portal",
  };
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;
  let options: Tab;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    friendly = await servePage(CHAT);
    refusing = await servePage(CHAT, headers);
    ({ tab, meeting, panel } = await openBeside(fixture));
    options = await openOptions(fixture, panel);
  });
  afterAll(async () => {
    await fixture?.close();
    friendly?.close();
    refusing?.close();
  });

  const add = async (url: string) => {
    await options.bringToFront();
    await options.fill('textbox', 'Chat URL', url);
    await options.click('button', 'Add chat');
    await options.see('listitem', anyName, ({ text }) => text.includes(url));
  };

  // Chromium's prompt is a window that no test can answer: there leave can be given, and not refused.
  test.skipIf(candidate.name === 'chromium')('warns when the chat’s site has no permission', async () => {
    await add(`${friendly.url}{alias}`);
    await (fixture.browser as FirefoxUnderTest).answerPrompt(false);
    await options.see('status', anyName, ({ text }) => text.includes('Without permission for this site'));
  });

  test('reads the number in the chat’s title, with leave for its site', async () => {
    await grantPermission(fixture.browser, 'http://localhost', () => add(`${friendly.url}{alias}`));
    await options.waitFor('the script that reports titles', async () => {
      const { scripting } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
        scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
      };
      return (await scripting.getRegisteredContentScripts()).length === 1;
    });
    await tab.bringToFront();
    await panel.click('tab', 'Chat');
    const chat = await panel.frame('iframe.custom-chat');
    await chat.see('heading', 'Team chat');
    await openView(panel, 'Dial out');
    const is = (title: string) =>
      chat.evaluate((given) => {
        document.title = given;
      }, title);
    await is('(3) Team chat');
    await meeting.see('button', 'Open Chat (3 unread)');
    await is('(•) Team chat');
    await meeting.see('button', 'Open Chat');
    await meeting.see('img', 'Unread');
    await is('Team chat');
    await meeting.gone('img', 'Unread');
  });

  test('offers a tab or a window where the site refuses to be framed', async () => {
    await add(`${refusing.url}{alias}`);
    await tab.bringToFront();
    await panel.click('tab', 'Chat');
    await panel.see('link', 'Open in a tab');
    await panel.see('button', 'Open in a window');
    const shown = await panel.evaluate(() => {
      const link = document.querySelector<HTMLAnchorElement>('.obstacle a');
      const words = document.querySelector('.obstacle p')?.textContent;
      return [words, link?.href, link?.target, link?.rel, document.querySelector('iframe.custom-chat')];
    });
    const words = `${new URL(refusing.url).host} can’t be shown inside another page.`;
    expect(shown).toEqual([words, `${refusing.url}qa.meeting`, '_blank', 'noopener noreferrer', null]);
  });

  const seeTrouble = (words: string) =>
    panel.waitFor(
      words,
      (given) => document.querySelector('.frame-trouble')?.textContent?.includes(given) === true,
      words,
    );

  test('shows the chat as soon as its site allows it, or answers, and Try again is selected', async () => {
    await seeTrouble(`${refusing.url}qa.meeting`);
    delete headers['content-security-policy'];
    await panel.click('button', 'Try again');
    await (await panel.frame('iframe.custom-chat')).see('heading', 'Team chat');
    await panel.gone('button', 'Try again');

    const { url } = refusing;
    refusing.close();
    await add(`${url}again/{alias}`);
    await tab.bringToFront();
    await seeTrouble(`${new URL(url).host} can’t be reached.`);
    await seeTrouble(`${url}again/qa.meeting`);
    await panel.see('link', 'Open in a tab');
    expect(await findingOfChat()).toBe('chatUnreachable');
    refusing = await servePage(CHAT, headers, Number(new URL(url).port));
    await panel.click('button', 'Try again');
    await (await panel.frame('iframe.custom-chat')).see('heading', 'Team chat');
    await panel.gone('button', 'Try again');
    await panel.click('button', 'Meeting chat');
  });

  /** What the diagnostics find of the chat; the chat is in front again then. */
  const findingOfChat = async () => {
    await openView(panel, 'Tests');
    await panel.click('button', 'Run checks');
    const found = await panel.waitFor(
      'what is found of the chat',
      () => document.querySelector<HTMLElement>('[data-finding^=chat]')?.dataset.finding,
    );
    await panel.click('tab', 'Chat');
    return found;
  };

  /** What stands on the extension's icon. */
  const iconText = () =>
    options.evaluate(async () => {
      const { tabs, action } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
        tabs: { query(of: object): Promise<{ id: number }[]> };
        action: { getBadgeText(of: { tabId: number }): Promise<string> };
      };
      const texts = (await tabs.query({})).map(({ id }) => action.getBadgeText({ tabId: id }));
      return (await Promise.all(texts)).join('');
    });
  const isDockShown = () => tab.evaluate(() => document.querySelector(':popover-open') !== null);

  test('waits for a press of the icon where the side panel is preferred, and says so on it', async () => {
    await options.bringToFront();
    await options.select('combobox', 'Where the chat opens', 'panel');
    // It moves only once it is stored.
    await options.see('combobox', 'Where the chat opens', ({ value }) => value === 'panel');
    await options.click('button', 'Remove the chat for *');
    await options.gone('button', 'Remove the chat for *');
    await tab.bringToFront();
    await tab.closePanel();
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await expect.poll(iconText).toBe('…');
    expect(await isDockShown()).toBe(false);
    fixture.meeting.node.conference('qa.meeting').say('Bob', 'Hello');
    await expect.poll(iconText).toBe('1');
    panel = await tab.pressIcon();
    await panel.click('tab', /^Chat/);
    await panel.see('log', 'Meeting chat', ({ text }) => text.includes('Hello'));
    await expect.poll(iconText).toBe('');
    await clickSwitch(panel, 'Chat');
    await meeting.see('button', 'Open Chat');
    await tab.closePanel();
  });
});
