import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { chooseFile, savedFile } from './support/files';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside, openPanel } from './support/panel';
import { fillSyncedStorage } from './support/synced-storage';
import { openView } from './support/views';

describe.each(browsers)('presets, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    ({ tab, panel } = await openBeside(fixture));
    // Without a preset there are none to manage.
    await panel.fill('textbox', 'Destination', 'leave@example.com');
    await panel.select('combobox', 'Protocol', 'sip');
    await panel.click('button', 'Save');
    await panel.fill('textbox', 'Preset name', 'Leaver');
    await panel.click('button', 'Save preset');
    await panel.see('button', 'Leaver');
  });
  afterAll(() => fixture?.close());

  const dials = () => fixture.meeting.node.conference('qa.meeting').dials;
  const joined = (destination: string) =>
    panel.see('listitem', anyName, ({ text }) => text.includes(destination) && /Joined|Left/.test(text));

  test('previews a preset import', async () => {
    await panel.click('button', 'Manage');
    // A thousand lines, 37 of them bad: nothing of them is taken over yet.
    const line = (index: number) =>
      index % 27 === 0 ? `Bad ${index},,sip` : `Good ${index},guest-${index}@example.com,sip`;
    const lines = Array.from({ length: 999 }, (_, index) => line(index));
    await panel.see('button', 'Export JSON');
    await chooseFile(
      panel,
      'preset-import',
      'many.csv',
      ['name,destination,protocol', ...lines].join('\r\n'),
    );
    await panel.see('status', anyName, ({ text }) => text === '962 to import, 37 couldn’t be read');
    await panel.click('button', 'Couldn’t be read');
    await panel.see('list', 'Couldn’t be read', ({ text }) => /Line 2: Destination/.test(text));
    await panel.click('button', 'Cancel');
  });

  test('imports and exports presets', async () => {
    // The first is here already.
    const eleven = Array.from(
      { length: 11 },
      (_, index) => `Key ${index + 2},key-${index + 2}@example.com,sip`,
    );
    const file = ['name,destination,protocol', 'Leaver,leave@example.com,sip', ...eleven, 'Nobody,,'];
    await chooseFile(panel, 'preset-import', 'twelve.csv', file.join('\n'));
    await panel.see(
      'status',
      anyName,
      ({ text }) => text === '11 to import, 1 couldn’t be read, 1 already saved',
    );
    await panel.see('list', 'Couldn’t be read', ({ text }) => /^Line 14: Destination/.test(text));
    await panel.click('button', 'Import 11');
    await panel.see('status', anyName, ({ text }) => text.startsWith('11 presets imported.'));
    await panel.click('button', 'Export JSON');
    const { presets } = JSON.parse(await savedFile(fixture.browser, 'presets.json'));
    expect(presets).toHaveLength(12);
    await panel.click('button', 'Export CSV');
    expect(await savedFile(fixture.browser, 'presets.csv')).toContain('Key 10,GUEST,key-10@example.com,sip');
    await panel.click('button', 'Manage');
  });

  test('assigns the keys 1 to 9 to presets', async () => {
    await panel.see('button', 'Key 10');
    const before = dials().length;
    for (const key of [2, 3, 4, 5, 6, 7, 8, 9]) {
      await panel.press(String(key));
      await joined(`key-${key}@example.com`);
    }
    expect(
      dials()
        .slice(before)
        .map(({ destination }) => destination),
    ).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((key) => `key-${key}@example.com`));
    // In a field a digit is a digit.
    await panel.fill('textbox', 'Destination', '9');
    await panel.see('textbox', 'Destination', ({ value }) => value === '9');
    await panel.click('button', 'Key 10');
    await joined('key-10@example.com');
    expect(dials()).toHaveLength(before + 9);
  });

  test('presets are searched, and dragged into a group', async () => {
    await panel.fill('textbox', 'Search presets', 'key-10 example');
    await panel.gone('button', 'Key 9');
    await panel.see('button', 'Key 10');
    await panel.fill('textbox', 'Search presets', '');
    await panel.click('button', 'Manage');
    const file = ['name,group,destination', 'Lab,Labs,lab@example.com'];
    await chooseFile(panel, 'preset-import', 'labs.csv', file.join('\n'));
    await panel.click('button', 'Import 1');
    await panel.see('listitem', 'Lab');
    const way = await panel.evaluate(() => {
      const [from, to] = [...document.querySelectorAll('[data-preset]')].slice(-2);
      return to && from ? to.getBoundingClientRect().bottom - from.getBoundingClientRect().bottom : 0;
    });
    await panel.drag('listitem', 'Key 12', { x: 0, y: Math.round(way) + 8 });
    await panel.see('status', anyName, ({ text }) => text.startsWith('Key 12 moved to Labs.'));
    await panel.click('button', 'Manage');
    await panel.see('list', 'Labs', ({ text }) => /Lab.*Key 12/.test(text));
  });

  test('presets move to this machine when synced storage is really full', async () => {
    await openView(panel, 'Dial out');
    await fillSyncedStorage(panel);
    await panel.fill('textbox', 'Destination', 'frank@example.com');
    await panel.click('button', 'Save');
    await panel.click('button', 'Save preset');
    await panel.see('button', 'frank@example.com');
    await panel.waitFor('the word about it', () =>
      document.body.textContent?.includes('Synced storage is full'),
    );
    await tab.closePanel();
    panel = await openPanel(tab);
    await panel.see('button', 'Leaver');
    await panel.see('button', 'frank@example.com');
  });
});
