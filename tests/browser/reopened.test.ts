import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { copyOfBuild } from './support/build-copy';
import { dial, seeRow } from './support/calls';
import { DOCK } from './support/dock';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside, openPanel, seeStatus } from './support/panel';
import { NOTE_SIZES, recordShifts } from './support/shifts';
import { stored } from './support/stored';
import { openTab, openView } from './support/views';

describe.each(browsers)('what another panel of the same page shows, in $name', (candidate) => {
  const build = copyOfBuild(candidate.name);
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    const chunks = readdirSync(join(build.folder, 'chunks'));
    const script =
      chunks.find((name) => /^sidepanel-.*\.js$/.test(name)) ?? expect.fail('It has another name.');
    build.replace(`chunks/${script}`, /^/, NOTE_SIZES);
    fixture = await createFixture(candidate, { extensionDir: build.folder });
    // As wide as Firefox makes it at first.
    if (fixture.browser instanceof FirefoxUnderTest) await fixture.browser.resizeSidebar(250);
    ({ tab, meeting, panel } = await openBeside(fixture));
    // The meeting goes on while its page is loaded again.
    fixture.meeting.node.conference('qa.meeting').join({ display_name: 'Room', role: 'chair' });
  });
  afterAll(async () => {
    await fixture?.close();
    build.remove();
  });

  const isKept = (kept: RegExp) => expect.poll(() => stored(panel, 'session')).toMatch(kept);
  const isSelected = (of: Surface, name: string | RegExp) =>
    of.see('tab', name, ({ selected }) => selected === true);
  const openAgain = async () => {
    await tab.closePanel();
    panel = await openPanel(tab);
  };
  const openDock = async () => {
    meeting = await tab.frame('#webapp3');
    await meeting.click('button', /^Open Chat/);
    const dock = await tab.frame(DOCK);
    await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
    return dock;
  };
  const closeDock = () => meeting.click('button', /^Close Chat/);
  /** In Firefox a press of the icon counts until the page is loaded again: there the user is asked. */
  const reload = async () => {
    await tab.reload();
    const { browser } = fixture;
    if (browser instanceof FirefoxUnderTest) {
      await seeStatus(panel, 'This page was reloaded');
      await panel.click('button', 'Continue');
      await browser.answerPrompt(true);
      await seeStatus(panel, 'In the meeting');
      await panel.waitFor('the focus to be somewhere', () => document.activeElement !== document.body);
    }
    await seeStatus(panel, 'In the meeting');
  };

  test.each([
    { left: /^People/, kept: /\.tab":"people"/ },
    { left: /^Chat/, kept: /\.tab":"chat"/ },
    { left: /^Testing/, kept: /\.tab":"testing"/ },
  ])('the side panel opens with $left, which was in front, and nothing moves', async ({ left, kept }) => {
    await panel.click('tab', left);
    await isKept(kept);
    await tab.closePanel();
    panel = await tab.pressIcon();
    const shifts = await recordShifts(panel, candidate.name);
    await isSelected(panel, left);
    await seeStatus(panel, 'In the meeting');
    expect(await shifts()).toEqual([]);
  });

  /** Opens the panel again once this is kept, and waits for a view of it and for what `see` waits for. */
  const seeNothingMove = async (kept: RegExp, see: () => Promise<unknown>) => {
    await isKept(kept);
    await tab.closePanel();
    panel = await tab.pressIcon();
    const shifts = await recordShifts(panel, candidate.name);
    await see();
    await seeStatus(panel, 'In the meeting');
    expect(await shifts()).toEqual([]);
  };

  test.each([
    { left: 'Log', kept: /\.tab":"testing"/ },
    { left: 'Tests', kept: /testing-view":"tests"/ },
  ] as const)('the view inside Testing is $left, which was in front, and nothing moves', async (view) => {
    await openView(panel, view.left);
    await seeNothingMove(view.kept, async () => {
      await isSelected(panel, 'Testing');
      await isSelected(panel, view.left);
    });
  });

  test('lines and results of a list are there again, and nothing moves', async () => {
    await openView(panel, 'Many');
    await panel.fill('textbox', 'Destinations', 'busy@example.com\nnot a room');
    await seeNothingMove(/dial-view":"many".*not a room|not a room.*dial-view":"many"/, () =>
      panel.see('textbox', 'Destinations', ({ value }) => value?.includes('not a room') === true),
    );
    await panel.fill('textbox', 'Destinations', 'busy@example.com');
    await panel.click('button', 'Dial all');
    await seeStatus(panel, '0 of 1 joined.');
    await seeNothingMove(/"isDone":true/, () => panel.see('table', 'Results'));
    // Destination, which has the focus in a new panel, is out of sight.
    expect(await panel.evaluate(() => document.activeElement?.id)).toBe('tab-many');
    await panel.click('button', 'New list');
  });

  test('a preset that is being named or edited is there again, and nothing moves', async () => {
    await openView(panel, 'Dial out');
    await panel.fill('textbox', 'Destination', 'preset@example.com');
    await panel.click('button', 'Save');
    await panel.fill('textbox', 'Preset name', 'Half a name');
    const isHalf = () => panel.see('textbox', 'Preset name', ({ value }) => value === 'Half a name');
    await seeNothingMove(/"typed":"Half a name"/, isHalf);
    await panel.click('button', 'Save preset');
    await panel.see('button', 'Half a name');
    await seeNothingMove(/"destination":"preset@example.com"/, () => panel.see('button', 'Half a name'));
    await panel.click('button', 'Manage');
    await panel.click('button', 'Edit');
    await panel.fill('textbox', 'Preset name', 'Another');
    await seeNothingMove(/"name":"Another"/, () =>
      panel.see('textbox', 'Preset name', ({ value }) => value === 'Another'),
    );
    await panel.click('button', 'Cancel');
    await panel.click('button', 'Manage');
    await panel.fill('textbox', 'Destination', '');
    await openView(panel, 'Tests');
  });

  test('the panel on the page opens with what its button is for', async () => {
    await tab.closePanel();
    const dock = await openDock();
    await isSelected(dock, /^Chat/);
    await closeDock();
    panel = await openPanel(tab);
    await isSelected(panel, 'Testing');
  });

  test('ended calls that one panel has cleared are cleared in each, and shown again in each', async () => {
    const isCleared = (of: Surface) => of.see('group', 'All calls', ({ text }) => /are cleared/.test(text));
    await openView(panel, 'Dial out');
    await dial(panel, 'busy@example.com');
    await seeRow(panel, 'busy@example.com', /Failed/);
    await panel.click('button', 'More for all calls');
    await panel.click('button', 'Clear ended calls');
    await isCleared(panel);
    await tab.closePanel();

    const dock = await openDock();
    await openTab(dock, 'Dial out');
    await isCleared(dock);
    expect(await dock.find('listitem', /busy@example\.com/)).toBeUndefined();
    await closeDock();
    panel = await openPanel(tab);
    await isCleared(panel);
    await reload();
    await isCleared(panel);
    await panel.click('button', 'Show cleared calls');
    await seeRow(panel, 'busy@example.com', /Failed/);
    await tab.closePanel();
    const again = await openDock();
    await openTab(again, 'Dial out');
    await seeRow(again, 'busy@example.com', /Failed/);
    await closeDock();
    panel = await openPanel(tab);
  });

  test('a scenario that was interrupted is told of in the view in which the next panel opens', async () => {
    const steps = ['Ida', 'Bo'].map((person) => ({ name: person, do: 'expect-person', person, within: 600 }));
    await openView(panel, 'Tests');
    await panel.select('combobox', 'Scenario to run', 'own');
    await panel.fill('textbox', 'Or paste it here', JSON.stringify({ version: 1, name: 'People', steps }));
    await panel.click('button', 'Run');
    fixture.meeting.node.conference('qa.meeting').join({ display_name: 'Ida' });
    await panel.see('row', anyName, ({ text }) => text.startsWith('Ida') && text.includes('Passed'));
    await isKept(/"outcome":"passed".*"state":"running"|"state":"running".*"outcome":"passed"/);
    await panel.click('tab', /^People/);
    await isKept(/\.tab":"people"/);
    await tab.closePanel();

    panel = await tab.pressIcon();
    const shifts = await recordShifts(panel, candidate.name);
    await panel.see('alert', anyName, ({ text }) => text.includes('A scenario was interrupted at 1 of 2.'));
    await isSelected(panel, /^People/);
    expect(await shifts()).toEqual([]);
    await panel.click('button', 'Show');
    await seeStatus(panel, 'Interrupted: 1 of 2 steps had passed when the panel closed.');
    expect(await panel.find('alert', anyName)).toBeUndefined();
    await openAgain();
    await seeStatus(panel, 'Interrupted: 1 of 2 steps had passed when the panel closed.');
    expect(await panel.find('alert', anyName)).toBeUndefined();
    await panel.click('button', 'Run another');
  });

  const hasDraft = (of: Surface, text: string) => of.see('textbox', 'Message', ({ value }) => value === text);

  test('an unsent message is in the side panel after a reload of the page, and in the next', async () => {
    await panel.click('tab', /^Chat/);
    await panel.fill('textbox', 'Message', 'Half a thought');
    // Firefox hands the last keys to the panel a little later.
    await hasDraft(panel, 'Half a thought');
    await reload();
    // The panel is beside the new page by then.
    fixture.meeting.node.conference('qa.meeting').say('Bob', 'After the reload');
    await panel.see('listitem', anyName, ({ text }) => text.includes('After the reload'));
    await hasDraft(panel, 'Half a thought');
    await openAgain();
    await hasDraft(panel, 'Half a thought');
  });

  test('an unsent message is in the panel on the page, and there after a reload of the page', async () => {
    await tab.closePanel();
    const before = await openDock();
    await hasDraft(before, 'Half a thought');
    await before.fill('textbox', 'Message', 'Half a thought, on the page');
    await hasDraft(before, 'Half a thought, on the page');
    await closeDock();
    await tab.reload();
    await tab.pressIcon();
    await tab.closePanel();
    const after = await openDock();
    await hasDraft(after, 'Half a thought, on the page');
  });
});
