import { afterAll, beforeAll, describe, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { brandingOf } from './support/branding';
import { type Stage, setStage } from './support/stage';

describe.each(browsers)('a plugin of the second namespace, in $name', (candidate) => {
  let stage: Stage;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    const brandingDir = await brandingOf('tests/browser/doubles/videoconf-plugin.ts');
    stage = await setStage(candidate, { brandingDir });
    tab = await stage.browser.open(stage.meeting.embeddingUrl());
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    panel = await tab.pressIcon();
  });
  afterAll(() => stage?.close());

  test('knows no greeting: the panel waits, and can send anyway in vain until it is reloaded', async () => {
    await panel.see('status', anyName, ({ text }) => text === 'Waiting for the plugin');
    await panel.see('button', 'Send anyway');
    await tab.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
      if (frame) frame.src += '';
    });
    await panel.see('status', anyName, ({ text }) => text === 'In the meeting');
  });

  test('is answered in its own words', async () => {
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await panel.see('switch', 'Chat', ({ checked }) => checked === true);
    await panel.click('switch', 'Unread badge');
    await meeting.see('img', 'Unread');
    await panel.click('switch', 'Unread badge');
    await meeting.gone('img', 'Unread');
  });

  test('dials', async () => {
    await panel.click('tab', 'Dial out');
    await panel.fill('textbox', 'Destination', 'alice@example.com');
    await panel.click('button', 'Dial');
    await panel.see('listitem', anyName, ({ text }) => /alice@example\.com.*Joined/.test(text));
  });
});
