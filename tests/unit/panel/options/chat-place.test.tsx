// @vitest-environment happy-dom
import { describe, expect, it, onTestFinished } from 'vitest';
import { mountOptions } from '../../../../panel/options/mount';
import { memoryStorage } from '../../../../settings/storage/memory';
import { byId, eventually, the } from '../fixture';

const list = () => the<HTMLSelectElement>('combobox', 'Where the chat opens');

async function choosePanel(storage: ReturnType<typeof memoryStorage>) {
  document.body.innerHTML = '<div id="root"></div>';
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  mountOptions(byId('root'), { storage, signal: stop.signal });
  await eventually(list);
  list().value = 'panel';
  list().dispatchEvent(new Event('change', { bubbles: true }));
}

describe('where the chat opens, in the options,', () => {
  it('moves only once it is stored', async () => {
    await choosePanel(memoryStorage());
    expect(list().value).toBe('dock');
    await eventually(() => expect(list().value).toBe('panel'));
  });

  it('stays as it was where nothing can be stored', async () => {
    const storage = memoryStorage();
    const local = { ...storage.local, set: () => Promise.reject(new Error('The disk is full.')) };
    await choosePanel({ ...storage, local });
    await eventually(() => expect(document.body.textContent).toContain('The disk is full.'));
    expect(list().value).toBe('dock');
  });
});
