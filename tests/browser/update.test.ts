import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PREFIX } from './doubles/hostile';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { createUpdatableFixture, type UpdatableFixture } from './support/build-copy';
import { dial, dialAll, seeRow } from './support/calls';
import { DOCK } from './support/dock';
import { openPanel } from './support/panel';
import { clickSwitch, openView, seeSwitch } from './support/views';

describe.each(browsers)('an update of the extension under an open meeting, in $name', (candidate) => {
  let fixture: UpdatableFixture;
  let tab: Tab;
  let meeting: Surface;
  let untouched: unknown;

  beforeAll(async () => {
    fixture = await createUpdatableFixture(candidate);
  });
  afterAll(() => fixture?.close());

  /** What the extension could have left in the page. */
  const outside = () =>
    tab.evaluate(() => ({
      elements: [...document.documentElement.children].map(({ localName }) => localName),
      style: document.documentElement.style.cssText,
    }));

  beforeEach(async () => {
    await tab?.close();
    tab = await fixture.browser.open(fixture.meeting.embeddingUrl());
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    untouched = await outside();
  });

  const update = async () => {
    fixture.build.raiseVersion();
    await fixture.browser.updateExtension(fixture.build.folder);
  };

  /** Keeps what the plugin is told of its button from now on: the echo of a press, once for every peer. */
  const countEchoes = async () => {
    const plugin = await tab.frame('#webapp3', '#external-chat');
    await plugin.evaluate((action) => {
      const echoes: unknown[] = [];
      Reflect.set(window, 'echoes', echoes);
      window.addEventListener('message', ({ data }) => {
        if (data?.action === action) echoes.push(data.active);
      });
    }, `${PREFIX}toggle-chat-button-state`);
    return () => plugin.evaluate(() => Reflect.get(window, 'echoes') as unknown[]);
  };

  /** The new peer has the page for itself: two would both answer each press. */
  const isTakenOver = async () => {
    const panel = await tab.pressIcon();
    await panel.see('status', anyName, ({ text }) => text === 'In the meeting');
    await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    const echoes = await countEchoes();
    const presses = ['Open Chat', 'Close Chat', 'Open Chat', 'Close Chat', 'Open Chat'];
    for (const [index, name] of presses.entries()) {
      await meeting.click('button', name);
      await seeSwitch(panel, 'Chat', ({ checked }) => checked === (index % 2 === 0));
    }
    await clickSwitch(panel, 'Chat');
    await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    // One says now and then what it has said, but not each time.
    expect((await echoes()).length).toBeLessThan(2 * presses.length);
    expect(await outside()).toEqual(untouched);
  };

  test('leaves nothing of a peer with an open panel; the next click of the icon brings one', async () => {
    const panel = await tab.pressIcon();
    await panel.see('status', anyName, ({ text }) => text === 'In the meeting');
    await update();
    await isTakenOver();
  });

  test('brings the people of the meeting back, who are known before they are dialed again', async () => {
    const before = await openPanel(tab);
    await openView(before, 'Dial out');
    await dialAll(before, ['alice@example.com', 'lobby@example.com']);
    await seeRow(before, 'alice@example.com', /Joined/);
    await before.see('tab', /^People \d+ 1 waiting/);
    await update();
    const panel = await openPanel(tab);
    await panel.click('tab', /^People \d/);
    await panel.see('listitem', anyName, ({ text }) => text.startsWith('lobby@example.com'));
    await panel.click('button', 'Mute alice@example.com');
    await panel.see('button', 'Unmute alice@example.com');
    await panel.click('button', 'Admit lobby@example.com');
    await panel.see('button', 'Mute lobby@example.com');
    await openView(panel, 'Dial out');
    await dial(panel, 'alice@example.com');
    await panel.see('dialog', 'Dial again?', ({ text }) =>
      text.includes('alice@example.com is already in the meeting.'),
    );
    await panel.click('button', 'Cancel');
    const dials = fixture.meeting.node.conference('qa.meeting').dials.map(({ destination }) => destination);
    expect(dials).toEqual(['alice@example.com', 'lobby@example.com']);
  });

  test('leaves nothing of a peer without a panel', async () => {
    await openPanel(tab);
    await tab.closePanel();
    await update();
    await isTakenOver();
  });

  test('takes the dock away, or has it say what to do, and never has it act', async () => {
    await openPanel(tab);
    await tab.closePanel();
    await meeting.click('button', 'Open Chat');
    const dock = await tab.frame(DOCK);
    await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
    await dock.click('button', 'Push the page aside');
    await tab.waitFor('a margin', () => document.documentElement.style.marginRight !== '');
    await update();
    if (candidate.name === 'chromium') {
      await tab.waitFor('the dock to go', () => document.querySelector(':popover-open') === null);
      expect(await outside()).toEqual(untouched);
    } else {
      // Firefox has ended the peer, and nobody else can reach into the page before the icon is pressed.
      await dock.waitFor('words', () => document.body.textContent?.includes('The extension was updated'));
      expect(await dock.evaluate(() => document.querySelector('.dock-panel')?.matches('[inert]'))).toBe(true);
    }
    await isTakenOver();
  });
});
