import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface } from './harness/browser';
import { dialed, setSettings } from './support/calls';
import { enterLines } from './support/enter-lines';
import { chooseFile } from './support/files';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside, seeStatus } from './support/panel';
import { stored } from './support/stored';
import { openView } from './support/views';

/** Drops a file on the lines. What the person drags is the browser's, and beyond a test's reach. */
const drop = (panel: Surface, name: string, content: Buffer) =>
  panel.evaluate(
    (fileName, base64) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], fileName));
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('#list-lines')?.dispatchEvent(event);
    },
    name,
    content.toString('base64'),
  );

describe.each(browsers)('lists, in $name', (candidate) => {
  let fixture: Fixture;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    ({ panel } = await openBeside(fixture));
    await setSettings(panel, { perMinute: 0 });
    await openView(panel, 'Many');
    await panel.see('textbox', 'Destinations');
  });
  afterAll(() => fixture?.close());

  test('dial the failed ones again, by keyboard', async () => {
    await enterLines(panel, 'in-1@example.com\nbusy@a.example.com\nbusy@b.example.com');
    await panel.click('button', 'Dial all');
    await seeStatus(panel, '1 of 3 joined.');
    await panel.see('button', 'Dial the failed ones again');
    await panel.evaluate(() =>
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => /failed ones/.test(textContent))
        ?.focus(),
    );
    await panel.press('Enter');
    await seeStatus(panel, '0 of 2 joined.');
    await panel.see('table', 'Results', ({ text }) => !text.includes('in-1'));
    expect(dialed(fixture).filter(({ address }) => address === 'in-1@example.com')).toHaveLength(1);
    expect(await panel.evaluate(() => document.activeElement?.closest('.lists') !== null)).toBe(true);
    await panel.click('button', 'New list');
  });

  test('dial rooms of a spreadsheet, with PINs that nobody sees', async () => {
    await panel.click('tab', 'One');
    // The last one never answers: there is something to stop, however late Stop is pressed.
    const rooms = Array.from(
      { length: 30 },
      (_, at) => `Møterom ${at};${at < 29 ? `room-${at}` : 'noanswer'}@example.com;77${at}88;Host;SIP`,
    );
    const sheet = ['Name;Destination;PIN;Role;Protocol', ...rooms, ''].join('\r\n');

    await panel.click('tab', 'Many');
    await panel.see('textbox', 'Destinations');
    await chooseFile(panel, 'list-file', 'rooms.csv', Buffer.from(sheet, 'latin1'));
    await panel.see('row', anyName, ({ text }) =>
      /Møterom 28.*room-28@example.com.*SIP.*Host.*••••/s.test(text),
    );
    await seeStatus(panel, '30 will be dialed');
    await panel.see('combobox', 'Text encoding', ({ value }) => value === 'windows-1252');
    await panel.see('textbox', 'Destinations', ({ value }) =>
      /Møterom 7;room-7@example\.com;••••;/.test(value ?? ''),
    );
    await panel.click('button', 'Dial all');
    await panel.see('row', anyName, ({ text }) => /Møterom 0.*Joined/s.test(text));
    for (const area of ['local', 'sync'] as const) expect(await stored(panel, area)).not.toContain('77088');
    await panel.click('button', 'Stop');
    await panel.click('button', 'New list');
  });

  test('read a file that is dropped on them, in UTF-16, and give back what stood there', async () => {
    await enterLines(panel, 'before@example.com');
    await drop(
      panel,
      'rooms.txt',
      Buffer.from('\ufeffname\tdestination\nÆrø\taeroe@example.com\n', 'utf16le'),
    );
    await panel.see('row', anyName, ({ text }) => /Ærø.*aeroe@example\.com/s.test(text));
    await panel.click('button', 'Undo');
    await panel.see('textbox', 'Destinations', ({ value }) => value === 'before@example.com');
  });

  test('are saved by name, renamed, opened and deleted, each with a way back', async () => {
    await enterLines(panel, 'saved-1@example.com\nsaved-2@example.com');
    await panel.select('combobox', 'Simultaneous calls', '5');
    await panel.click('button', 'Save list');
    await panel.fill('textbox', 'List name', 'Monday');
    await panel.press('Enter');
    await seeStatus(panel, 'Monday saved. Undo');
    await enterLines(panel, '');
    await panel.select('combobox', 'Simultaneous calls', '1');
    await panel.evaluate(() => document.querySelector('.saved-lists')?.setAttribute('open', ''));
    await panel.click('button', 'Rename');
    await panel.fill('textbox', 'List name', 'Tuesday');
    await panel.press('Enter');
    await seeStatus(panel, 'Tuesday saved. Undo');
    await panel.click('button', 'Open');
    await panel.see(
      'textbox',
      'Destinations',
      ({ value }) => value === 'saved-1@example.com\nsaved-2@example.com',
    );
    await panel.see('combobox', 'Simultaneous calls', ({ value }) => value === '5');
    await panel.click('button', 'Delete');
    await seeStatus(panel, 'Tuesday deleted. Undo');
    await panel.gone('button', 'Rename');
    await panel.click('button', 'Undo');
    await panel.see('button', 'Rename');
    expect(await stored(panel, 'sync')).toContain('"Tuesday"');
    expect(await panel.evaluate(() => document.activeElement?.closest('.lists') !== null)).toBe(true);
  });
});
