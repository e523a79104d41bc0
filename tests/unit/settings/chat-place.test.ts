import { expect, it } from 'vitest';
import { CONFIG, readChatLocation } from '../../../settings/chat/config';
import { memoryArea } from '../../../settings/storage/memory';

const choice = { [CONFIG.key]: { version: CONFIG.version, value: { ...CONFIG.fallback, place: 'panel' } } };

it.each([
  { from: 'the default', local: {}, managed: {}, at: 'dock' },
  { from: 'the options', local: choice, managed: {}, at: 'panel' },
  { from: 'a policy', local: {}, managed: { chat: { place: 'panel' } }, at: 'panel' },
  { from: 'a policy over the options', local: choice, managed: { chat: { place: 'dock' } }, at: 'dock' },
])('takes the place of the chat from $from', async ({ local, managed, at }) => {
  const storage = { local: memoryArea(local), sync: memoryArea(), managed: memoryArea(managed) };
  expect((await readChatLocation(storage)).at).toBe(at);
});
