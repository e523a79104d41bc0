import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../until';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { axeViolations } from './support/axe';
import { seeRow, untilNodeHas } from './support/calls';
import { DOCK } from './support/dock';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside } from './support/panel';

const MEETING = 'qa.meeting';

describe.each(browsers)('a meeting by keyboard alone, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;
  beforeAll(async () => {
    fixture = await createFixture(candidate);
    ({ tab, meeting, panel } = await openBeside(fixture));
  });
  afterAll(() => fixture?.close());

  /**
   * Presses Tab or Shift+Tab, and looks a few times whether the focus has gone on: a page can hear of the key
   * later than the test has sent it, and a press too many would lead past what is looked for. Nothing goes on
   * where the browser's own buttons have the focus.
   */
  const pressTab = async (surface: Surface, key = 'Tab') => {
    await surface.evaluate(() => Reflect.set(window, 'focusBefore', document.activeElement));
    await surface.press(key);
    const hasGoneOn = () => document.activeElement !== Reflect.get(window, 'focusBefore');
    for (let looks = 0; looks < 10 && !(await surface.evaluate(hasGoneOn)); looks += 1);
  };
  /** Presses Tab, or Shift+Tab, until the focus is there. It must be reachable, in whatever order. */
  const tabTo = async (surface: Surface, role: string, name: string, key = 'Tab') => {
    // Views are loaded when they are first shown.
    await surface.see(role, name);
    const way: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await surface.find(role, name))?.focused) return;
      await pressTab(surface, key);
      way.push(await surface.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? 'nothing'));
    }
    throw new Error(`${key} does not lead to ${role} "${name}", only to:\n${way.join('\n')}`);
  };
  const press = async (surface: Surface, ...keys: string[]) => {
    for (const key of keys) await surface.press(key);
  };

  test('dials from where the panel puts the focus, and hangs up', async () => {
    await panel.see('textbox', 'Destination', ({ focused }) => focused);
    await press(panel, ...'4722334455', 'Enter');
    await seeRow(panel, '4722334455', /Joined/);
    expect((await panel.find('textbox', 'Destination'))?.focused).toBe(true);
    expect(await axeViolations(panel)).toEqual([]);
    await tabTo(panel, 'button', 'Hang up 4722334455');
    await press(panel, 'Enter');
    await seeRow(panel, '4722334455', /Hung up/);
    await untilNodeHas(fixture, '4722334455', false);
  });

  test('completes a destination from the calls before, with the arrow keys or the pointer', async () => {
    const field = (isRight: (found: { value?: string; expanded?: boolean; focused: boolean }) => boolean) =>
      panel.see('combobox', 'Destination', isRight);
    await tabTo(panel, 'textbox', 'Destination', 'Shift+Tab');
    await press(panel, ...'2233');
    await panel.see('option', /4722334455/);
    await field(({ expanded, value }) => expanded === true && value === '2233');
    expect(await axeViolations(panel)).toEqual([]);
    await press(panel, 'Escape');
    await field(({ expanded, focused }) => expanded === false && focused);
    await press(panel, 'ArrowDown');
    await panel.see('option', /4722334455/);
    await press(panel, 'Enter');
    await field(({ expanded, value }) => expanded === false && value === '4722334455');
    await press(panel, 'Enter');
    await untilNodeHas(fixture, '4722334455', true);
    await panel.fill('textbox', 'Destination', '3344');
    await panel.see('option', /4722334455/);
    await panel.click('option', /4722334455/);
    await field(({ value, focused }) => value === '4722334455' && focused);
    await panel.click('button', 'Hang up 4722334455');
    await untilNodeHas(fixture, '4722334455', false);
  });

  test('turns the chat on, writes in it, and turns it off', async () => {
    await tabTo(panel, 'tab', 'Dial out', 'Shift+Tab');
    await press(panel, 'End');
    await panel.see('tabpanel', 'Testing');
    await tabTo(panel, 'switch', 'Chat');
    await press(panel, ' ');
    await meeting.see('button', 'Close Chat');
    await tabTo(panel, 'tab', 'Testing', 'Shift+Tab');
    await press(panel, 'ArrowLeft');
    await panel.see('tabpanel', 'Chat');
    await tabTo(panel, 'textbox', 'Message');
    await press(panel, ...'hello', 'Enter');
    const { messages } = fixture.meeting.node.conference(MEETING);
    await until(() => expect(messages.at(-1)?.payload).toBe('hello'));
    await panel.see('log', 'Meeting chat', ({ text }) => text.includes('hello'));
    expect(await axeViolations(panel)).toEqual([]);
    await tabTo(panel, 'tab', 'Chat', 'Shift+Tab');
    await press(panel, 'End');
    await tabTo(panel, 'switch', 'Chat');
    await press(panel, ' ');
    await meeting.see('button', 'Open Chat');
  });

  test('walks the tabs, and dials again from the history', async () => {
    await tabTo(panel, 'tab', 'Testing', 'Shift+Tab');
    await press(panel, 'Home');
    await panel.see('tabpanel', 'Dial out');
    for (const name of [/^People/, 'Chat', 'Testing', 'Dial out']) {
      await press(panel, 'ArrowRight');
      await panel.see('tab', name, ({ focused }) => focused);
      await panel.see('tabpanel', name);
    }
    await tabTo(panel, 'tab', 'One');
    await press(panel, 'ArrowRight');
    await panel.see('tabpanel', 'Many');
    await press(panel, 'ArrowLeft');
    await tabTo(panel, 'button', 'Earlier');
    await press(panel, 'Enter');
    await panel.see('button', 'Dial again');
    expect(await axeViolations(panel)).toEqual([]);
    await tabTo(panel, 'button', 'Dial again');
    await press(panel, 'Enter');
    await untilNodeHas(fixture, '4722334455', true);
  });

  test('opens the menu, which is gone once the focus leaves it', async () => {
    await tabTo(panel, 'button', 'More', 'Shift+Tab');
    await press(panel, 'Enter');
    await panel.see('button', 'Options');
    await press(panel, 'Escape');
    await panel.gone('button', 'Options');
    expect((await panel.find('button', 'More'))?.focused).toBe(true);
    await press(panel, 'Enter');
    await panel.see('button', 'Options');
    // It lies over the tabs: what has the focus there could not be seen.
    await tabTo(panel, 'tab', 'Dial out');
    await panel.gone('button', 'Options');
  });

  test('arranges the options, and stays where it is when what was pressed goes away', async () => {
    await tabTo(panel, 'button', 'More', 'Shift+Tab');
    await press(panel, 'Enter');
    await panel.see('button', 'Options');
    await tabTo(panel, 'button', 'Options');
    await press(panel, 'Enter');
    const options = await fixture.browser.ownTab('options.html');
    await options.see('heading', 'External Chat options');
    await options.evaluate(async () => {
      const { storage } = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
      const preset = (name: string, order: number) => ({
        version: 1,
        name,
        order,
        request: { destination: `${name}@example.com`, role: 'GUEST', protocol: 'auto' },
      });
      await storage.sync.set({ 'preset.a': preset('alice', 0), 'preset.b': preset('bob', 1) });
    });
    const rows = () =>
      options.evaluate(() =>
        [...document.querySelectorAll('.manager .destination')].map((row) => row.textContent),
      );
    const focus = () =>
      options.evaluate(() => {
        const { activeElement } = document;
        return `${activeElement?.textContent} ${activeElement?.getAttribute('aria-describedby')}`;
      });
    const isAmongPresets = () => options.evaluate(() => document.activeElement?.closest('.manager') !== null);
    const tabToFocus = async (wanted: string) => {
      for (let presses = 0; presses < 60 && (await focus()) !== wanted; presses += 1) await pressTab(options);
      expect(await focus()).toBe(wanted);
    };
    await until(async () => expect(await rows()).toEqual(['alice', 'bob']));
    // Pressed, it moves with its row, and can be pressed no more.
    await tabToFocus('Down preset-a');
    await press(options, 'Enter');
    await until(async () => expect(await rows()).toEqual(['bob', 'alice']));
    // Where the next Tab goes from, browsers remember; screen readers have only the focus.
    await options.waitFor('the focus to stay', () => document.activeElement?.closest('.manager') !== null);
    await pressTab(options);
    expect(await isAmongPresets()).toBe(true);
    await tabToFocus('Delete preset-a');
    await press(options, 'Enter');
    await until(async () => expect(await rows()).toEqual(['bob']));
    await options.waitFor('the focus to stay', () => document.activeElement?.closest('.manager') !== null);
    await pressTab(options);
    expect(await isAmongPresets()).toBe(true);
    await tabTo(options, 'checkbox', 'Keep call history');
    await press(options, ' ');
    await options.see('status', anyName, ({ text }) => text === 'Saved.');
    expect(await axeViolations(options)).toEqual([]);
    await options.close();
  });

  test('stays near a field or a question that goes', async () => {
    await tabTo(panel, 'tab', 'One');
    await panel.fill('textbox', 'Destination', 'erin@example.com');
    await panel.click('button', 'Save');
    await panel.see('textbox', 'Preset name', ({ focused }) => focused);
    await press(panel, 'Enter');
    await panel.see('button', 'erin@example.com');
    await panel.waitFor('the focus in the form', () => document.activeElement?.closest('form') !== null);
    await tabTo(panel, 'textbox', 'Destination', 'Shift+Tab');
    await press(panel, 'Enter');
    await untilNodeHas(fixture, 'erin@example.com', true);
    await press(panel, 'Enter');
    await panel.see('button', 'Cancel', ({ focused }) => focused);
    await press(panel, 'Enter');
    await panel.gone('dialog', anyName);
    await panel.see('textbox', 'Destination', ({ focused }) => focused);
    // What is typed takes the place of what was dialed.
    await press(panel, ...'bob');
    await panel.see('textbox', 'Destination', ({ value }) => value === 'bob');
    await panel.fill('textbox', 'Destination', '');
  });

  test('the dock too breaks no rule of axe, and is closed again', async () => {
    await tab.closePanel();
    await tabTo(meeting, 'button', 'Open Chat');
    await press(meeting, 'Enter');
    const dock = await tab.frame(DOCK);
    await dock.see('textbox', 'Message');
    expect(await axeViolations(dock)).toEqual([]);
    await tabTo(dock, 'button', 'Close the chat');
    await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
    await press(dock, 'Enter');
    await meeting.see('button', 'Open Chat');
  });
});
