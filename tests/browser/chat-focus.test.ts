import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../until';
import type { Surface, Tab } from './harness/browser';
import { setCustomChat } from './support/custom-chat';
import { DOCK } from './support/dock';
import { type Keyed, keyed } from './support/keyed';
import { type ServedPage, servePage } from './support/page';
import { openPanel } from './support/panel';

/** Keys go through the window system: a protocol that emulates the focus would hide who gets them. */
describe.each(keyed)('the focus after a press of Chat in the meeting, in $name', ({ start, isThere }) => {
  let browser: Keyed;
  let page: ServedPage;
  let customChat: ServedPage;
  let tab: Tab;
  let meeting: Surface;
  let dock: Surface;
  const conference = () => browser.fixture.meeting.node.conference('qa.meeting');

  beforeAll(async () => {
    if (!isThere) return;
    browser = await start();
    page = await servePage(`<!doctype html><meta charset="utf-8"><title>Portal</title>
      <label>Note <input id="note"></label>
      <iframe id="webapp3" title="Meeting" src="${browser.fixture.meeting.directUrl()}"
        width="600" height="420" frameborder="0"></iframe>`);
    customChat = await servePage(`<!doctype html><meta charset="utf-8"><title>Team chat</title>
      <h1>Team chat</h1><script>onkeydown = ({ key }) => { document.title += key; }</script>`);
    tab = await browser.fixture.browser.open(page.url);
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    await openPanel(tab);
    await tab.closePanel();
  });
  afterAll(async () => {
    await browser?.close();
    page?.close();
    customChat?.close();
  });

  /** The middle of an element, in its document. */
  const middleOf = (surface: Surface, selector: string) =>
    surface.evaluate((given) => {
      const { x, y, width, height } = document.querySelector(given)?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, selector);
  const clickChat = async () => {
    if (!browser.clickAt) return meeting.click('button', /^(Open|Close) Chat/);
    const { x, y } = await middleOf(meeting, 'button[aria-label*=" Chat"]');
    const frame = await tab.evaluate(() => {
      const { left, top } = document.querySelector('#webapp3')?.getBoundingClientRect() ?? new DOMRect();
      return { left, top };
    });
    await browser.clickAt(tab, frame.left + x, frame.top + y);
  };
  const clickNote = async () => {
    if (!browser.clickAt) return tab.click('textbox', 'Note');
    const { x, y } = await middleOf(tab, '#note');
    await browser.clickAt(tab, x, y);
  };

  const hasFocus = (surface: Surface) => surface.evaluate(() => document.hasFocus());
  const takesInput = () =>
    dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
  /** By a script, which leaves the focus where it is. */
  const showPeople = async () => {
    await dock.evaluate(() => document.querySelector<HTMLElement>('#tab-people')?.click());
    await dock.see('tabpanel', /^People/);
  };
  const note = () => tab.evaluate(() => document.querySelector('input')?.value);

  test.skipIf(!isThere)('is in Message, and Enter sends what is typed', async () => {
    await clickChat();
    dock = await tab.frame(DOCK);
    await dock.see('textbox', 'Message', ({ focused }) => focused);
    await until(async () => expect(await hasFocus(dock)).toBe(true));
    await takesInput();
    for (const key of ['y', 'e', 's']) await browser.press(key);
    await dock.see('textbox', 'Message', ({ value }) => value === 'yes');
    await browser.press('Enter');
    await until(() => expect(conference().messages.at(-1)?.payload).toBe('yes'));
  });

  test.skipIf(!isThere)('is in Message where the press brings the chat forward in the panel', async () => {
    await showPeople();
    await clickChat();
    await dock.see('textbox', 'Message', ({ focused }) => focused);
    await until(async () => expect(await hasFocus(dock)).toBe(true));
  });

  test.skipIf(!isThere)('stays in a field of the page when a message arrives', async () => {
    await clickNote();
    conference().say('Bob', 'Are you there?');
    await dock.see('log', 'Meeting chat', ({ text }) => text.includes('Are you there?'));
    await browser.press('a');
    await until(async () => expect(await note()).toBe('a'));
    expect(await hasFocus(dock)).toBe(false);
  });

  describe('attack: a frame of the page posts presses of Chat', () => {
    test.skipIf(!isThere)('the keyboard stays in a field of the page', async () => {
      await showPeople();
      await browser.press('b');
      await until(async () => expect(await note()).toBe('ab'));
      // As the plugin does, from where the plugin is.
      const plugin = await tab.frame('#webapp3', 'iframe');
      await plugin.evaluate(() => {
        window.top?.postMessage({ action: 'pexip:plugin:external-chat/toggle-chat', active: true }, '*');
      });
      await dock.see('textbox', 'Message');
      await browser.press('c');
      await until(async () => expect(await note()).toBe('abc'));
      expect(await hasFocus(dock)).toBe(false);
      await dock.see('textbox', 'Message', ({ value }) => value === '');
    });
  });

  test.skipIf(!isThere)('is in a custom chat that is in front', async () => {
    await setCustomChat(dock, customChat.url);
    const chat = await dock.frame('iframe.custom-chat');
    await chat.see('heading', 'Team chat');
    await showPeople();
    await clickChat();
    await until(async () => expect(await hasFocus(chat)).toBe(true));
    await browser.press('d');
    await chat.waitFor('the key', () => document.title === 'Team chatd');
  });
});
