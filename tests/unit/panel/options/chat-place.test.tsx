// @vitest-environment happy-dom
import { describe, expect, it, onTestFinished } from 'vitest';
import { mountOptions } from '../../../../panel/options/mount';
import { memoryStorage } from '../../../../settings/storage/memory';
import { byId, eventually, press, rendered, the, type } from '../fixture';

const list = () => the<HTMLSelectElement>('combobox', 'Where the chat opens');

async function openOptions(storage: ReturnType<typeof memoryStorage>) {
  document.body.innerHTML = '<div id="root"></div>';
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  mountOptions(byId('root'), { storage, signal: stop.signal });
  await eventually(list);
}

async function choosePanel(storage: ReturnType<typeof memoryStorage>) {
  await openOptions(storage);
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

describe('a custom chat, in the options,', () => {
  const WHY = '“{{alias}}” isn’t a placeholder. Enter {alias} instead.';
  const URL = 'https://chat.example.com/{{alias}}';
  const errors = () =>
    [...document.querySelectorAll('.error')].map((each) => each.textContent).filter(Boolean);

  it('with a placeholder written in another way is not added, and says what to enter', async () => {
    const storage = memoryStorage();
    await openOptions(storage);
    type('Chat URL', URL);
    await rendered();
    press('button', 'Add chat');
    await eventually(() => expect(errors()).toEqual([WHY]));
    expect(await storage.local.read()).not.toHaveProperty('chat');
  });

  it('says what is wrong with one that was added before', async () => {
    const value = { place: 'dock', displayName: '', chats: [{ site: '*', url: URL }] };
    await openOptions(memoryStorage({ local: { chat: { version: 1, value } } }));
    await eventually(() => expect(errors()).toEqual([WHY]));
  });
});
