import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LAYOUTS } from '../../settings/dock/layout';
import { until } from '../until';
import { browsers, type Surface, type Tab } from './harness/browser';
import { ChromiumTab } from './harness/chromium/tab';
import { DOCK } from './support/dock';
import { createFixture, type Fixture } from './support/fixture';
import { openPanel } from './support/panel';
import { clickSwitch } from './support/views';

/** What many portals send: no inline script or style, nothing from elsewhere but the meeting. */
const STRICT = "default-src 'none'; style-src 'self'; frame-src http://127.0.0.1:*";

describe.each(browsers)('the dock, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let dock: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate, { csp: STRICT });
    tab = await fixture.browser.open(fixture.meeting.embeddingUrl());
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    // Lets the extension into the tab, and the peer come; the dock is for when no side panel is open.
    await openPanel(tab);
    await tab.closePanel();
  });
  afterAll(() => fixture?.close());

  const conference = () => fixture.meeting.node.conference('qa.meeting');
  const isShown = () => tab.evaluate(() => document.querySelector(':popover-open') !== null);

  test('opens with the meeting’s Chat button, under a strict policy of the page', async () => {
    conference().say('Bob', 'Hello');
    await meeting.see('img', 'Unread');
    await meeting.click('button', /^Open Chat/);
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    dock = await tab.frame(DOCK);
    await dock.see('log', 'Meeting chat', ({ text }) => text.includes('Hello'));
    await meeting.gone('img', 'Unread');
    expect(await isShown()).toBe(true);
  });

  const width = () =>
    tab.evaluate(() =>
      Math.round(document.querySelector(':popover-open')?.getBoundingClientRect().width ?? 0),
    );

  const input = (is: 'taken' | 'refused') =>
    dock.waitFor(`input to be ${is}`, (state) => document.documentElement.dataset.input === state, is);
  /**
   * The dock takes no input before it has been in plain sight for a moment, in the size that it has now. It
   * hears of a new one with the next frame that is drawn of it.
   */
  const ready = async () => {
    await dock.waitFor(
      'the dock to be as wide as its frame',
      async (is) => {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        return innerWidth === is;
      },
      await width(),
    );
    await input('taken');
  };

  test('can be written in', async () => {
    await ready();
    await dock.fill('textbox', 'Message', 'Hello Bob');
    await dock.click('button', 'Send');
    await dock.see('log', 'Meeting chat', ({ text }) => text.includes('Hello Bob'));
    await until(() => expect(conference().messages.at(-1)?.payload).toBe('Hello Bob'));
  });

  test('is not printed with the page', async ({ skip }) => {
    if (!(tab instanceof ChromiumTab)) return skip('Firefox cannot be told to lay out for paper');
    expect(await width()).toBeGreaterThan(0);
    await tab.page.emulateMediaType('print');
    expect(await isShown()).toBe(true);
    expect(await width()).toBe(0);
    // So that it is not taken for ready before it has seen that it was gone.
    await input('refused');
    await tab.page.emulateMediaType('screen');
    expect(await width()).toBeGreaterThan(0);
    await ready();
  });

  test('is closed by its own button, by the meeting’s and by the panel’s switch: one state', async () => {
    await dock.click('button', 'Close the chat');
    await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    await tab.waitFor('the dock to go', () => document.querySelector(':popover-open') === null);
    await input('refused');
    conference().say('Bob', 'Still there?');
    await meeting.see('img', 'Unread');
    await meeting.click('button', /^Open Chat/);
    await tab.waitFor('the dock to come', () => document.querySelector(':popover-open') !== null);
    await meeting.gone('img', 'Unread');
    await ready();
    await clickSwitch(dock, 'Chat');
    await meeting.see('button', 'Open Chat');
    await input('refused');
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat');
    await tab.waitFor('the dock to come again', () => document.querySelector(':popover-open') !== null);
  });

  test('is made wider by keyboard, moved to the other side, and remembers both for the site', async () => {
    await ready();
    await dock.evaluate(() => document.querySelector<HTMLElement>('[role=separator]')?.focus());
    await dock.press('ArrowLeft');
    await tab.waitFor(
      'a wider dock',
      () => document.querySelector(':popover-open')?.getBoundingClientRect().width === 380,
    );
    await ready();
    await dock.click('button', 'Move to left side');
    await tab.waitFor(
      'the left',
      () => document.querySelector(':popover-open')?.getBoundingClientRect().left === 0,
    );
    // It is kept by the dock's own document, which goes with the page.
    await dock.waitFor(
      'the side to be kept',
      async (key) => {
        const { storage } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
        return JSON.stringify(await storage.local.get(key)).includes('"left"');
      },
      LAYOUTS.key,
    );
    await tab.reload();
    await meeting.see('button', 'Open Chat');
    await openPanel(tab);
    await tab.closePanel();
    await meeting.click('button', 'Open Chat');
    await tab.waitFor(
      'the dock',
      () => document.querySelector(':popover-open')?.getBoundingClientRect().left === 0,
    );
    expect(await width()).toBe(380);
  });

  test('is made as wide as its edge is dragged, as far as a dock may be', async () => {
    await ready();
    await dock.drag('separator', 'Panel width', { x: -40, y: 0 });
    await expect.poll(width).toBe(340);
    await ready();
    await dock.drag('separator', 'Panel width', { x: -100, y: 0 });
    await expect.poll(width).toBe(320);
    await ready();
    if (candidate.name === 'firefox') {
      await dock.drag('separator', 'Panel width', { x: 60, y: 0 });
    } else {
      // Chromium gives a mouse that is moved by remote control to whatever lies under it, captured or not.
      await dock.evaluate(() => document.querySelector<HTMLElement>('[role=separator]')?.focus());
      for (let step = 0; step < 3; step++) await dock.press('ArrowRight');
    }
    await expect.poll(width).toBe(380);
  });

  test('moves the page aside, and back', async () => {
    await ready();
    await dock.click('button', 'Push the page aside');
    await tab.waitFor('a margin', (of) => document.documentElement.style.marginLeft === of, '380px');
    await ready();
    await dock.click('button', 'Cover the page');
    await tab.waitFor('no margin', () => document.documentElement.style.marginLeft === '');
    await ready();
    await dock.click('button', 'Move to right side');
    await tab.waitFor(
      'the right',
      () => (document.querySelector(':popover-open')?.getBoundingClientRect().left ?? 0) > 0,
    );
  });

  test('gives the keyboard back to the page at Escape', async () => {
    await ready();
    await dock.click('textbox', 'Message');
    await dock.press('Escape');
    await tab.waitFor('the focus', () => document.hasFocus() && document.activeElement === document.body);
  });

  test('can be read above a meeting that goes to full screen', async () => {
    await meeting.evaluate(() => {
      document.addEventListener('click', () => void document.documentElement.requestFullscreen(), {
        once: true,
      });
    });
    await meeting.click('heading', 'Participants');
    await tab.waitFor('full screen', () => document.fullscreenElement?.id === 'webapp3');
    await dock.waitFor('words', () => document.body.textContent?.includes('Press Esc to write'));
    // In sight, by the browser's own account.
    await ready();
    await tab.evaluate(() => document.exitFullscreen());
    await dock.waitFor('no words', () => !document.body.textContent?.includes('Press Esc to write'));
  });

  test('is written in above a page that goes to full screen', async () => {
    await tab.evaluate(() => {
      const main = document.querySelector('main');
      main?.addEventListener('click', () => void main.requestFullscreen(), { once: true });
    });
    await tab.click('heading', 'Your appointment');
    await tab.waitFor('full screen', () => document.fullscreenElement?.localName === 'main');
    await tab.waitFor('the dock in it', () => document.querySelector('main > :popover-open'));
    await dock.see('textbox', 'Message');
    await ready();
    await dock.fill('textbox', 'Message', 'From full screen');
    await dock.press('Enter');
    await until(() => expect(conference().messages.at(-1)?.payload).toBe('From full screen'));
    await tab.evaluate(() => document.exitFullscreen());
  });
});
