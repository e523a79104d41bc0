// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountOptions } from '../../../../panel/options/mount';
import { memoryStorage } from '../../../../settings/storage/memory';
import { CONTENT } from '../app/filled-panel';
import { all, byId, choose, description, eventually, press, rendered, the } from '../fixture';

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
