// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { sessionOf, writeSession } from '../../../../panel/log/session';
import { type PickedFile, readFile } from '../../../../panel/ui/file-field';
import { keptFile, readKeptFile } from '../../../../panel/ui/kept-file';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, byId, choose, eventually, press, rendered, says, the, type, value } from '../fixture';
import { aCallInTheLog } from '../log/entries';
import { chips, withTwo } from '../presets/open-presets';
import { aWindow, HERE } from './a-window';

function chooseFile(id: string, name: string, content: BlobPart) {
  const input = byId(id);
  Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the preview of an import of presets, in the panel that comes back,', () => {
  /** Chooses a file in a panel that is closed before anything of it is imported, and opens the next. */
  async function leftOpen(content: BlobPart) {
    const storage = memoryStorage(withTwo);
    const window = aWindow();
    const open = () => window.open({}, storage).receive(HERE);
    await open();
    await eventually(() => the('button', 'Manage'));
    await press('button', 'Manage');
    await eventually(() => byId('preset-import'));
    chooseFile('preset-import', 'rooms.csv', content);
    await says('1 to import');
    await eventually(() => expect(window.kept.has('preset-import')).toBe(true));
    await open();
    await says('1 to import');
    return { window, open };
  }

  it('is there, and imports what it shows', async () => {
    const { window } = await leftOpen(
      'name,destination,protocol\nCarol,c@x.example,sip\nalice,alice@example.com,sip',
    );
    await says('1 already saved');
    await press('button', 'Import 1');
    await eventually(() => expect(window.kept.has('preset-import')).toBe(false));
    await press('button', 'Manage');
    await eventually(() => expect(chips()).toEqual(['1alice', '2bob', '3Carol']));
  });

  it('can still be read in another encoding', async () => {
    // "Kåre", as it is in Windows-1252.
    await leftOpen(Uint8Array.from([...'name,destination\nK\xe5re,k@example.com'].map(codeOf)));
    expect(value('combobox', 'Text encoding')).toBe('windows-1252');
    await choose('Text encoding', 'ibm866');
    await press('button', 'Import 1');
    await eventually(() => expect(all('button', 'Import 1')).toEqual([]));
    await press('button', 'Manage');
    await eventually(() => expect(chips().at(-1)).toBe('3Kхre'));
  });

  it('is gone once it is canceled', async () => {
    const { window, open } = await leftOpen('name,destination\nCarol,carol@example.com');
    await press('button', 'Cancel');
    await eventually(() => expect(window.kept.has('preset-import')).toBe(false));
    await open();
    await eventually(() => expect(chips()).toEqual(['1alice', '2bob']));
  });
});

describe('a kept file', () => {
  const picked = (content: BlobPart) => readFile(new File([content], 'rooms.csv'), 5_000_000);
  const again = (file: PickedFile) => readKeptFile(JSON.parse(JSON.stringify(keptFile(file))));

  it('is as it was where nothing about its encoding is open', async () => {
    expect(again(await picked('a,b'))).toEqual({ name: 'rooms.csv', text: 'a,b' });
  });

  it('has its bytes where the encoding was assumed', async () => {
    const file = await picked(Uint8Array.from([0xe5, 0x41]));
    expect(again(file)).toEqual(file);
  });

  it('is nothing if it is too large, or damaged', async () => {
    expect(keptFile(await picked('x'.repeat(1_000_001)))).toBeUndefined();
    expect(keptFile({ name: 'larger.csv' })).toBeUndefined();
    expect([undefined, 7, { name: 'a' }, { name: 1, text: 'b' }].map(readKeptFile)).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('the log, in the panel that comes back,', () => {
  const toLog = async (window: ReturnType<typeof aWindow>, over = {}) => {
    await window.open(over).receive(HERE);
    byId('tab-testing').click();
    await eventually(() => byId('log-open'));
  };

  it('shows the session of a file again, and says so, until the user goes back to the page', async () => {
    const window = aWindow();
    await toLog(window);
    const about = {
      at: 0,
      extension: '1',
      browser: 'A browser',
      site: 'https://portal.example.com',
      mode: 'drive' as const,
      dropped: {},
      meetings: [],
    };
    chooseFile('log-open', 'monday.json', writeSession(sessionOf(aCallInTheLog(), about, false)));
    await says('Showing monday.json');
    await eventually(() => expect(window.kept.has('log-session')).toBe(true));
    await toLog(window);
    await says('Showing monday.json');
    expect(byId('log-open').closest('details')?.open).toBe(true);
    expect(all('option').length).toBeGreaterThan(0);
    await press('button', 'Back to this page');
    await eventually(() => expect(window.kept.has('log-session')).toBe(false));
    await toLog(window);
    await rendered();
    expect(all('button', 'Back to this page')).toEqual([]);
  });

  it('has the place and the number of people of its simulator', async () => {
    const startSimulator = async () => ({ send: () => {}, end: () => {} });
    const window = aWindow();
    const simulate = async () => {
      await toLog(window, { startSimulator });
      await eventually(() => the('button', 'Start'));
    };
    await simulate();
    await choose('Send from', 'meeting');
    await press('button', 'Start');
    await type('Number of people', '250');
    await eventually(() => expect(window.kept.get('simulated-people')).toBe('"250"'));
    await simulate();
    await eventually(() => expect(value('combobox', 'Send from')).toBe('meeting'));
    await press('button', 'Start');
    await eventually(() => expect(value('textbox', 'Number of people')).toBe('250'));
  });
});

const codeOf = (char: string) => char.charCodeAt(0);
