// @vitest-environment happy-dom
import { expect, it, onTestFinished } from 'vitest';
import { mountOptions } from '../../../../panel/options/mount';
import { memoryStorage } from '../../../../settings/storage/memory';
import { byId, eventually } from '../fixture';

it.each([true, false])(
  'says that changes stay in a private window, and in no other: %s',
  async (isPrivate) => {
    document.body.innerHTML = '<div id="root"></div>';
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const storage = { ...memoryStorage(), isPrivate: async () => isPrivate };
    mountOptions(byId('root'), { storage, signal: stop.signal });
    await eventually(() => byId('transfer'));
    await eventually(() =>
      expect(document.body.textContent.includes('What you save here stays when you close it.')).toBe(
        isPrivate,
      ),
    );
  },
);
