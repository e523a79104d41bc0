// @vitest-environment happy-dom
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { mountOptions } from '../../../../panel/options/mount';
import { memoryStorage } from '../../../../settings/storage/memory';
import {
  aCall,
  all,
  aMeeting,
  byId,
  choose,
  description,
  eventually,
  openPanel,
  openView,
  press,
  rendered,
  START,
  spoken,
  the,
  type,
} from '../fixture';

const entry = (id: string, at: number, over: Record<string, unknown> = {}) => ({
  id,
  at,
  request: { destination: `${id}@example.com`, role: 'GUEST', protocol: 'sip' },
  removed: false,
  outcome: 'joined',
  ...over,
});

const CONTENT = {
  local: {
    history: {
      version: 1,
      value: [entry('alice', 2), entry('bob', 1, { outcome: 'failed', message: 'busy', removed: true })],
    },
  },
  sync: {
    'preset.a': {
      version: 1,
      name: 'Carol',
      order: 0,
      request: { destination: 'carol@example.com', role: 'HOST', protocol: 'sip' },
    },
  },
};

async function open(
  view: Parameters<typeof openView>[0],
  content: Parameters<typeof memoryStorage>[0] = CONTENT,
) {
  const storage = memoryStorage(content);
  const panel = openPanel(storage);
  await panel.receive(aMeeting());
  await openView(view);
  return { ...panel, storage };
}

describe('the tabs', () => {
  it('show one view each, and the form keeps what is in it', async () => {
    await open('Dial out');
    await type('Destination', 'alice');
    await press('tab', 'Chat');
    expect(the('tab', 'Chat').getAttribute('aria-selected')).toBe('true');
    expect(byId('view-dial-out').hidden).toBe(true);
    await press('tab', 'Dial out');
    expect(byId('view-dial-out').hidden).toBe(false);
    expect(the<HTMLInputElement>('textbox', 'Destination').value).toBe('alice');
  });

  it('are walked with the arrow keys', async () => {
    await open('Dial out');
    the('tab', 'Dial out').focus();
    const press = async (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await rendered();
      return document.activeElement?.textContent;
    };
    expect(await press('ArrowRight')).toBe('People');
    expect(await press('End')).toBe('Testing');
    expect(await press('ArrowRight')).toBe('Dial out');
    expect(await press('ArrowLeft')).toBe('Testing');
    expect(await press('Home')).toBe('Dial out');
  });

  it('give way to Destination when the user asks for it from anywhere', async () => {
    const { askForDestination } = await open('Many');
    await askForDestination();
    expect(document.activeElement).toBe(the('textbox', 'Destination'));
  });
});

describe('the history', () => {
  const rows = () => all('listitem', undefined, the('list', 'History'));

  it('lists calls, searches, and dials again', async () => {
    const { sent } = await open('Earlier');
    await eventually(() => expect(rows()).toHaveLength(2));
    await type('Search the history', 'alice');
    expect(rows()).toHaveLength(1);
    await press('button', 'Dial again');
    await eventually(() =>
      expect(sent).toMatchObject([{ type: 'dial', request: { destination: 'alice@example.com' } }]),
    );
  });

  it('fills in the form where something was not kept', async () => {
    const { sent } = await open('Earlier');
    await eventually(() => the('button', 'Copy to form'));
    await press('button', 'Copy to form');
    await rendered();
    expect(the<HTMLInputElement>('textbox', 'Destination').value).toBe('bob@example.com');
    expect(byId('view-dial-out').hidden).toBe(false);
    expect(sent).toEqual([]);
  });

  it('is cleared, and brought back', async () => {
    await open('Earlier');
    await eventually(() => the('button', 'Clear history'));
    await press('button', 'Clear history');
    await eventually(() => expect(document.body.textContent).toContain('2 calls cleared.'));
    expect(rows()).toHaveLength(0);
    await press('button', 'Undo');
    await eventually(() => expect(rows()).toHaveLength(2));
  });

  it('says in the button, too, that a destination was copied', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText } } }));
    onTestFinished(() => void vi.unstubAllGlobals());
    await open('Earlier');
    await eventually(() => expect(rows()).toHaveLength(2));
    await press('button', 'Copy', rows()[0]);
    await eventually(() => the('button', 'Copied.', rows()[0]));
    expect(writeText.mock.calls).toEqual([['alice@example.com']]);
    expect(spoken()).toEqual(['Copied.']);
  });

  it('writes down what is dialed', async () => {
    const panel = await open('Earlier', {});
    await panel.receive(
      aMeeting({ calls: [aCall('dave', { state: { name: 'failed', message: 'busy', at: START } })] }),
    );
    await eventually(() => expect(rows()).toHaveLength(1));
    expect(rows()[0]?.textContent).toContain('Failed: busy');
  });
});

describe('a list', () => {
  it('begins with several lines that are pasted into Destination', async () => {
    await open('Dial out');
    the('textbox', 'Destination').focus();
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData', {
      value: { getData: () => 'a@example.com\r\nb@example.com\r\n' },
    });
    the('textbox', 'Destination').dispatchEvent(paste);
    expect(paste.defaultPrevented).toBe(true);
    await eventually(() =>
      expect(the<HTMLTextAreaElement>('textbox', 'Destinations').value.split(/\r?\n/)).toContain(
        'b@example.com',
      ),
    );
    expect(spoken()).toEqual(['You pasted several lines. They’re now in Many.']);
    await eventually(() => expect(document.activeElement).toBe(the('textbox', 'Destinations')));
  });

  it('of pasted lines and presets is dialed, with its results', async () => {
    const panel = await open('Many');
    await eventually(() => the('checkbox', 'Carol'));
    await press('checkbox', 'Carol');
    await type('Destinations', 'alice@example.com\nhttps://meet.google.com/x');
    await choose('Simultaneous calls', '2');
    await press('button', 'Dial all');
    await eventually(() => expect(panel.sent).toHaveLength(2));
    const calls = panel.sent.flatMap((sent, index) =>
      sent.type === 'dial'
        ? [
            aCall('x', {
              id: sent.call,
              request: sent.request,
              state:
                index === 0 ? { name: 'joined', at: START } : { name: 'failed', message: 'busy', at: START },
            }),
          ]
        : [],
    );
    await panel.receive(aMeeting({ calls }));
    await eventually(() => expect(document.body.textContent).toContain('1 of 3 joined.'));
    const results = all('row', undefined, the('table', 'Results')).map(({ textContent }) => textContent);
    expect(results.slice(1)).toEqual([
      'CarolJoined0 sec',
      'alice@example.comFailed0 sec',
      'busy',
      'https://meet.google.com/xNot dialed',
      expect.stringMatching(/^Line 2: Google Meet link/),
    ]);
    await press('button', 'New list');
    await eventually(() => the('button', 'Dial all'));
  });

  it('that is empty is refused at its field', async () => {
    const { sent } = await open('Many', {});
    await eventually(() => the('button', 'Dial all'));
    await press('button', 'Dial all');
    await eventually(() =>
      expect(description(the('textbox', 'Destinations'))).toContain('Paste destinations'),
    );
    expect(sent).toEqual([]);
  });
});

describe('the options', () => {
  const openOptions = (content: Parameters<typeof memoryStorage>[0] = CONTENT) => {
    document.body.innerHTML = '<div id="root"></div>';
    const storage = memoryStorage(content);
    mountOptions(byId('root'), { storage, signal: new AbortController().signal });
    return storage;
  };
  const settingsOf = async (storage: ReturnType<typeof memoryStorage>) =>
    Reflect.get(Object((await storage.local.read()).settings), 'value') as unknown;

  it('are saved as they are made, on a page that says which it is', async () => {
    const storage = openOptions();
    await rendered();
    expect(document.title).toBe('External Chat options');
    await choose('Default country', 'NO');
    await press('checkbox', 'Keep call history');
    await eventually(async () =>
      expect(await settingsOf(storage)).toMatchObject({ region: 'NO', history: false }),
    );
  });

  it('say when nothing could be stored', async () => {
    const storage = openOptions();
    storage.local.set = () => Promise.reject(new Error('disk full'));
    await rendered();
    await choose('Default country', 'NO');
    const said = () => all('status').map(({ textContent }) => textContent);
    await eventually(() => expect(said()).toContain('Not saved: disk full'));
    await rendered();
    expect(the<HTMLSelectElement>('combobox', 'Default country').value).toBe('');
  });

  it('refuse a number out of range at its field, and keep what was typed and what was stored', async () => {
    const storage = openOptions();
    await rendered();
    const box = the<HTMLInputElement>('textbox', 'Show “No answer yet” after (seconds)');
    box.value = '3';
    box.dispatchEvent(new Event('change', { bubbles: true }));
    await rendered();
    expect(description(box)).toContain('Enter a whole number from 5 to 600.');
    expect(box.value).toBe('3');
    expect(await settingsOf(storage)).toBeUndefined();
  });

  it('show what an administrator has set, and cannot change it', async () => {
    openOptions({ managed: { settings: { region: 'NO' }, allow: ['+47*'], presets: 'none' } });
    await eventually(() => expect(the<HTMLSelectElement>('combobox', 'Default country').disabled).toBe(true));
    expect(document.body.textContent).toContain('Only these destinations can be dialed: +47*');
    expect(document.body.textContent).toContain('presets must be a list.');
  });

  it('tell of what was damaged, until the person removes it', async () => {
    const storage = openOptions({ local: { settings: 'garbage' } });
    await eventually(() => expect(document.body.textContent).toContain('settings: wasn’t created by this'));
    await press('button', 'Remove');
    await eventually(async () => expect(await storage.local.read()).toEqual({}));
    expect(all('list', 'Couldn’t be read')).toEqual([]);
  });
});
