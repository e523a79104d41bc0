import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { type ServedPage, servePage } from './support/page';
import { type Stage, setStage } from './support/stage';

describe.each(browsers)('a chat of one’s own that speaks as Rocket.Chat does, in $name', (candidate) => {
  let stage: Stage;
  let chatPage: ServedPage;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;
  let chat: Surface;

  beforeAll(async () => {
    stage = await setStage(candidate);
    chatPage = await servePage('<!doctype html><title>Chat</title><main><h1>Team chat</h1></main>');
    tab = await stage.browser.open(stage.meeting.embeddingUrl());
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    panel = await tab.pressIcon();
    await panel.see('status', anyName, ({ text }) => text === 'In the meeting');
    await panel.evaluate((url) => {
      const { storage } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
        storage: { local: { set(items: object): Promise<void> } };
      };
      const chats = [{ site: '*', url }];
      return storage.local.set({ chat: { version: 1, value: { place: 'dock', displayName: 'QA', chats } } });
    }, `${chatPage.url}room/{alias}?from={pageOrigin}&name={displayName}`);
    await panel.click('tab', /^Chat/);
    chat = await panel.frame('iframe.own-chat');
    await chat.see('heading', 'Team chat');
  });
  afterAll(async () => {
    await stage?.close();
    chatPage?.close();
  });

  const says = (data: number | string) =>
    chat.evaluate((unread) => parent.postMessage({ eventName: 'unread-changed', data: unread }, '*'), data);

  test('is framed at the address for this meeting', async () => {
    const { pathname, search } = new URL(await chat.evaluate(() => location.href));
    const page = encodeURIComponent(new URL(stage.meeting.embeddingUrl()).origin);
    expect(pathname + search).toBe(`/room/qa.meeting?from=${page}&name=QA`);
  });

  test('lights the badge on the meeting’s button, and puts it out', async () => {
    await says(3);
    await meeting.see('img', 'Unread');
    await meeting.see('button', 'Open Chat (3 unread)');
    await panel.see('tab', /^Chat/, ({ name }) => name.includes('3 unread'));
    await says('•');
    await meeting.see('button', 'Open Chat');
    await meeting.see('img', 'Unread');
    await says('');
    await meeting.gone('img', 'Unread');
  });

  test('goes on counting while the meeting’s own chat is shown', async () => {
    await panel.click('button', 'Meeting chat');
    await panel.see('textbox', 'Message');
    await says('999+');
    await panel.see('tab', /^Chat/, ({ name }) => name.includes('999+ unread'));
    await panel.click('button', 'My chat');
    await says(0);
    await meeting.gone('img', 'Unread');
  });

  test('takes nothing from the page that speaks the same way', async () => {
    await tab.evaluate(() => {
      for (let index = 0; index < window.length; index++) {
        window[index]?.postMessage({ eventName: 'unread-changed', data: 7 }, '*');
      }
      window.postMessage({ eventName: 'unread-changed', data: 7 }, '*');
    });
    await says(1);
    await meeting.see('button', 'Open Chat (1 unread)');
  });

  test('opens in the dock, too, where no side panel is', async () => {
    await tab.closePanel();
    await meeting.click('button', /^Open Chat/);
    const dock = await tab.frame('iframe[title="External Chat"]');
    chat = await dock.frame('iframe.own-chat');
    await chat.see('heading', 'Team chat');
    await meeting.click('button', /^Close Chat/);
    await meeting.see('button', /^Open Chat/);
    // Put away, it is still loaded.
    await says(5);
    await meeting.see('button', 'Open Chat (5 unread)');
  });
});
