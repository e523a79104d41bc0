import { expect, it } from 'vitest';
import { isDockWanted } from '../../../../panel/dock/dock-wanted';
import { CONFIG } from '../../../../settings/chat/config';
import { memoryArea } from '../../../../settings/storage/memory';

const choice = { [CONFIG.key]: { version: CONFIG.version, value: { ...CONFIG.fallback, place: 'panel' } } };

it.each([
  { from: 'the default', local: {}, managed: {}, inTab: true },
  { from: 'the options', local: choice, managed: {}, inTab: false },
  { from: 'a policy', local: {}, managed: { chat: { place: 'panel' } }, inTab: false },
  { from: 'a policy over the options', local: choice, managed: { chat: { place: 'dock' } }, inTab: true },
])(
  'shows the chat on the page of a popup window, with the place from $from',
  async ({ local, managed, inTab }) => {
    const storage = { local: memoryArea(local), sync: memoryArea(), managed: memoryArea(managed) };
    expect(await isDockWanted(storage, async () => true)).toBe(inTab);
    expect(await isDockWanted(storage, async () => false)).toBe(true);
  },
);
