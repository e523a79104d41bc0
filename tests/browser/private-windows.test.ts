import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchFirefox, type Surface, type Tab } from './harness/browser';
import { seeRow } from './support/calls';
import { type Stage, setStage } from './support/fixture';
import { openBeside } from './support/panel';
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
    await panel.see('tabpanel', 'History', ({ text }) => text.includes(SECRET));
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
