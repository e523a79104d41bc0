import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { setCustomChat } from './support/custom-chat';
import { DOCK } from './support/dock';
import { createFixture, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { openBeside } from './support/panel';
import { openView } from './support/views';

describe.each(browsers)('a custom chat that sends what Rocket.Chat sends, in $name', (candidate) => {
  let fixture: Fixture;
  let chatPage: ServedPage;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;
  let chat: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    chatPage = await servePage(readFileSync('tests/browser/doubles/rocket-chat.html', 'utf8'));
    ({ tab, meeting, panel } = await openBeside(fixture));
    await setCustomChat(panel, `${chatPage.url}channel/{alias}?from={pageOrigin}&name={displayName}`);
    await panel.click('tab', /^Chat/);
    chat = await panel.frame('iframe.custom-chat');
    await chat.see('heading', '/channel/qa.meeting');
  });
  afterAll(async () => {
    await fixture?.close();
    chatPage?.close();
  });

  const says = (eventName: string, data: unknown) =>
    chat.evaluate((message) => parent.postMessage(message, '*'), { eventName, data });
  const saysSum = (data: number | string) => says('unread-changed', data);
  const saysOf = (rid: string, unread: number, alert = false) =>
    says('unread-changed-by-subscription', { _id: `${rid}-s`, rid, unread, alert, name: rid, open: true });

  test('is framed at the address for this meeting', async () => {
    const { pathname, search } = new URL(await chat.evaluate(() => location.href));
    const page = encodeURIComponent(new URL(fixture.meeting.embeddingUrl()).origin);
    expect(pathname + search).toBe(`/channel/qa.meeting?from=${page}&name=QA`);
  });

  test('lights the badge on the meeting’s button with what is unread in any room', async () => {
    await openView(panel, 'Dial out');
    await saysOf('general', 2);
    await meeting.see('button', 'Open Chat (2 unread)');
    await saysOf('random', 1, true);
    await meeting.see('button', 'Open Chat (3 unread)');
    await panel.see('tab', /^Chat/, ({ name }) => name.includes('3 unread'));
    await saysOf('general', 0);
    await saysOf('random', 0, true);
    await meeting.see('button', 'Open Chat');
    await meeting.see('img', 'Unread');
    await saysOf('random', 0);
    await meeting.gone('img', 'Unread');
  });

  test('is believed as to the sum of them all, once it has said that', async () => {
    await saysSum(4);
    await meeting.see('button', 'Open Chat (4 unread)');
    await saysOf('general', 9);
    await saysSum('999+');
    await panel.see('tab', /^Chat/, ({ name }) => name.includes('unread messages'));
    await saysSum('•');
    await meeting.see('button', 'Open Chat');
    await meeting.see('img', 'Unread');
    await saysSum('');
    await meeting.gone('img', 'Unread');
  });

  test('has been seen once it was on screen, and counts from there', async () => {
    await saysSum(3);
    await meeting.see('img', 'Unread');
    await panel.click('tab', /^Chat/);
    await meeting.gone('img', 'Unread');
    await panel.click('button', 'Meeting chat');
    await panel.see('textbox', 'Message');
    await saysSum(5);
    await panel.see('tab', /^Chat/, ({ name }) => name.includes('2 unread'));
    await panel.click('button', 'Custom chat 2 unread');
    await meeting.gone('img', 'Unread');
    await saysSum('');
  });

  test('takes nothing from the page that speaks the same way', async () => {
    await openView(panel, 'Dial out');
    await tab.evaluate(() => {
      for (let index = 0; index < window.length; index++) {
        window[index]?.postMessage({ eventName: 'unread-changed', data: 7 }, '*');
      }
      window.postMessage({ eventName: 'unread-changed', data: 7 }, '*');
    });
    await saysSum(1);
    await meeting.see('button', 'Open Chat (1 unread)');
    await panel.click('tab', /^Chat/);
  });

  test('is led to the room of another meeting, and loaded no second time', async () => {
    await chat.evaluate(() => Reflect.set(window, 'isFirst', true));
    await tab.evaluate((src) => {
      document.querySelector<HTMLIFrameElement>('#webapp3')?.setAttribute('src', src);
    }, fixture.meeting.directUrl('ops meeting'));
    await chat.see('heading', '/channel/ops meeting');
    expect(await chat.evaluate(() => [Reflect.get(window, 'isFirst'), location.search])).toEqual([
      true,
      expect.stringContaining('&name=QA'),
    ]);
    // A log-in may have led it elsewhere: it begins anew, and is led back.
    await chat.evaluate(() => history.pushState(null, '', '/home'));
    await says('startup', true);
    await chat.waitFor('the room again', () => location.pathname === '/channel/ops%20meeting');
  });

  test.each(['light', 'dark'])('is shown in the panel’s theme: %s', async (scheme) => {
    await panel.evaluate((given) => {
      document.documentElement.style.colorScheme = given;
    }, scheme);
    await chat.waitFor(
      'the same theme',
      (given) => matchMedia(`(prefers-color-scheme: ${given})`).matches,
      scheme,
    );
  });

  test('opens in the dock, too, where no side panel is', async () => {
    await tab.closePanel();
    await meeting.click('button', /^Open Chat/);
    const dock = await tab.frame(DOCK);
    chat = await dock.frame('iframe.custom-chat');
    await chat.see('heading', '/channel/ops meeting');
    await meeting.click('button', /^Close Chat/);
    await meeting.see('button', /^Open Chat/);
    // Put away, it is still loaded.
    await saysSum(5);
    await meeting.see('button', 'Open Chat (5 unread)');
  });

  test('says what may be wrong with a chat that sends nothing, and stops when told to', async () => {
    const silent = await servePage('<!doctype html><h1>Silent</h1>', { 'x-frame-options': 'DENY' });
    const dock = await tab.frame(DOCK);
    await dock.gone('button', 'Try again');
    await meeting.click('button', /^Open Chat/);
    await setCustomChat(dock, `${silent.url}{alias}`);
    const trouble = await dock.waitFor(
      'the words',
      () => document.querySelector('.frame-trouble')?.textContent,
    );
    silent.close();
    expect(trouble).toContain(`${new URL(silent.url).host} may not allow embedding.`);
    expect(trouble).toContain(`${silent.url}ops%20meeting`);
    // Nobody can know, so it is one line until somebody opens it.
    await dock.gone('link', 'Open in a tab');
    await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
    await dock.evaluate(() => document.querySelector<HTMLElement>('.frame-doubt summary')?.click());
    await dock.see('link', 'Open in a tab');
    await dock.see('button', 'Try again');
    // It is tried by keyboard, which is not led into a frame that may show nothing.
    await dock.evaluate(() => {
      document.querySelector('.custom-chat')?.setAttribute('data-old', '');
      document.querySelector<HTMLElement>('.frame-trouble button')?.focus();
    });
    await dock.press('Enter');
    await dock.waitFor('another frame', () => document.querySelector('.custom-chat:not([data-old])'));
    expect(await dock.evaluate(() => document.activeElement?.localName)).not.toBe('iframe');
  });
});
