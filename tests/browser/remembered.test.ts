import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { answer, dialed, seeRow, untilNodeHas } from './support/calls';
import { DOCK } from './support/dock';
import { enterLines } from './support/enter-lines';
import { chooseFile, savedFile } from './support/files';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside, seeStatus } from './support/panel';
import { stored } from './support/stored';
import { openTab, openView } from './support/views';

/** What the background has for the next panel on this page. */
const keptForDock = (dock: Surface): Promise<string> =>
  dock.evaluate(async () => {
    const { runtime } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    return JSON.stringify(await runtime.sendMessage({ type: 'panel-memory-asked' }));
  });

const row = (panel: Surface, text: RegExp) => panel.see('row', anyName, (item) => text.test(item.text));

describe.each(browsers)('a panel that is opened again, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    ({ tab, meeting, panel } = await openBeside(fixture));
  });
  afterAll(() => fixture?.close());

  test('shows how far its list had come, and goes on when the user continues', async () => {
    await panel.fill('textbox', 'Destination', 'half-4711@');
    await openView(panel, 'Many');
    await panel.see('textbox', 'Destinations');
    await enterLines(panel, 'busy@example.com\nnoanswer@example.com\nann-4711@example.com');
    await panel.click('button', 'Dial all');
    await row(panel, /busy@example\.com.*Failed/);
    await row(panel, /noanswer@example\.com.*Calling/);
    // The list, both of its calls in it, and not what is kept of the calls beside it.
    await expect
      .poll(() => stored(panel, 'session'))
      .toMatch(/(?=.*"outcome":"failed")(?=.*"outcome":"calling")(?=.*half-4711@).*ann-4711@/);
    for (const area of ['local', 'sync'] as const) expect(await stored(panel, area)).not.toContain('4711');
    await tab.closePanel();

    panel = await tab.pressIcon();
    await seeStatus(panel, 'Interrupted at 1 of 3.');
    await untilNodeHas(fixture, 'noanswer@example.com', true);
    answer(fixture, 'noanswer@example.com');
    await seeStatus(panel, 'Interrupted at 2 of 3.');
    await panel.click('button', 'Save results');
    expect(await savedFile(fixture.browser, 'dial-out.csv')).toMatch(
      /noanswer.*joined[\s\S]*ann-4711.*waiting/,
    );
    expect(dialed(fixture).map(({ address }) => address)).not.toContain('ann-4711@example.com');
    await panel.click('button', 'Continue');
    await row(panel, /ann-4711@example\.com.*Joined/);
    await seeStatus(panel, '2 of 3 joined.');
  });

  test('has the form as it was left, and an empty one after it was dialed', async () => {
    await openView(panel, 'Dial out');
    await panel.see('textbox', 'Destination', ({ value }) => value === 'half-4711@');
    await panel.fill('textbox', 'Destination', 'whole-4711@example.com');
    await panel.click('button', 'Dial');
    await seeRow(panel, 'whole-4711@example.com', /Joined/);
    await expect.poll(() => stored(panel, 'session')).not.toMatch(/"panel\.[^"]*\.form"/);
  });

  test('has a request body as it was typed, while that is not valid', async () => {
    const WRONG = '{"destination":"body-0815@example.com"';
    const hasBody = () =>
      panel.see(
        'textbox',
        'Request body',
        ({ value, description }) => value === WRONG && /Not valid JSON/.test(description),
      );
    await panel.click('button', 'Request body');
    await panel.fill('textbox', 'Request body', WRONG);
    await hasBody();
    await expect.poll(() => stored(panel, 'session')).toContain('body-0815@');
    for (const area of ['local', 'sync'] as const) expect(await stored(panel, area)).not.toContain('0815');
    await tab.closePanel();
    panel = await tab.pressIcon();
    await hasBody();
    // A user who goes back to the form wants the form to be dialed.
    await panel.fill('textbox', 'Destination', 'half-4711@');
    await expect.poll(() => stored(panel, 'session')).not.toContain('body-0815@');
  });

  test('has a name, a preset and a transfer half filled, until they are saved or sent', async () => {
    const person = 'whole-4711@example.com';
    const inNode = (alias: string) =>
      fixture.meeting.node.conference(alias).participants.map(({ display_name }) => display_name);
    const openAgain = async (kept: RegExp) => {
      await expect.poll(() => stored(panel, 'session')).toMatch(kept);
      await tab.closePanel();
      panel = await tab.pressIcon();
    };
    await panel.fill('textbox', 'Destination', 'preset@example.com');
    await panel.click('button', 'Save');
    await panel.fill('textbox', 'Preset name', 'Half a');
    await openAgain(/"typed":"Half a"/);
    await panel.see('textbox', 'Preset name', ({ value }) => value === 'Half a');
    await panel.click('button', 'Save preset');
    await panel.see('button', 'Half a');

    await panel.click('button', 'Manage');
    await panel.click('button', 'Edit');
    await panel.fill('textbox', 'Preset name', 'Whole');
    await panel.click('tab', /^People/);
    await panel.click('button', `More for ${person}`);
    await panel.click('button', `Transfer ${person}`);
    await panel.fill('textbox', 'Meeting alias', 'other.meet');
    await panel.fill('textbox', 'PIN', '081547');
    await openAgain(/(?=.*"name":"Whole").*"pin":"081547"/);
    for (const area of ['local', 'sync'] as const) expect(await stored(panel, area)).not.toContain('081547');
    // People was in front, with the form over everything else.
    await panel.see('textbox', 'PIN', ({ value }) => value === '081547');
    await panel.fill('textbox', 'Meeting alias', 'other.meeting');
    await panel.click('button', 'Transfer');
    await expect.poll(() => inNode('other.meeting')).toEqual([person]);
    await openView(panel, 'Dial out');
    await panel.see('textbox', 'Preset name', ({ value }) => value === 'Whole');
    await panel.click('button', 'Save preset');
    await panel.see('listitem', 'Whole');
    await expect.poll(() => stored(panel, 'session')).not.toMatch(/preset-name|preset-editor|person-form/);
  });

  test('has the preview of an import of presets, until they are imported', async () => {
    const hasPreview = () => panel.see('status', anyName, ({ text }) => text === '1 to import');
    await openView(panel, 'Dial out');
    // The manager is open since a preset was edited in it.
    await panel.see('button', 'Export JSON');
    await chooseFile(panel, 'preset-import', 'rooms.csv', 'name,destination\nRoom,room-0815@example.com');
    await hasPreview();
    await expect.poll(() => stored(panel, 'session')).toContain('room-0815@');
    for (const area of ['local', 'sync'] as const) expect(await stored(panel, area)).not.toContain('0815');
    await tab.closePanel();
    panel = await tab.pressIcon();
    await hasPreview();
    await panel.click('button', 'Import 1');
    await panel.see('listitem', 'Room');
    await expect.poll(() => stored(panel, 'session')).not.toContain('preset-import');
  });

  test('is on the page what it was before the page was loaded again', async () => {
    const openDock = async () => {
      await tab.closePanel();
      meeting = await tab.frame('#webapp3');
      await meeting.click('button', 'Open Chat');
      const dock = await tab.frame(DOCK);
      await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
      await openTab(dock, 'Dial out');
      return dock;
    };
    const before = await openDock();
    await before.click('tab', 'Many');
    await before.see('textbox', 'Destinations');
    await enterLines(before, 'dock-4711@example.com');
    await expect.poll(() => keptForDock(before)).toContain('dock-4711@example.com');
    await tab.reload();
    await tab.pressIcon();
    const after = await openDock();
    await after.see('textbox', 'Destinations', ({ value }) => value === 'dock-4711@example.com');
  });
});
