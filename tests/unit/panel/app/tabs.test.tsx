// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PanelEnvironment } from '../../../../panel/state/context';
import { DEFAULT_SETTINGS } from '../../../../settings/settings';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, aMeeting, byId, eventually, openPanel, press, the } from '../fixture';

const names = () => all('tab', undefined, the('tablist', 'Views')).map(({ textContent }) => textContent);
const selected = () => document.querySelector('.tabs [aria-selected="true"]')?.textContent;
const seesTabs = (...wanted: string[]) => eventually(() => expect(names()).toEqual(wanted));

const stored = (over: object) => ({
  local: { settings: { version: 3, value: { ...DEFAULT_SETTINGS, ...over } } },
});

async function open(
  content: Parameters<typeof memoryStorage>[0] = {},
  environment: Partial<PanelEnvironment> = {},
) {
  const storage = memoryStorage(content);
  const panel = openPanel(storage, environment);
  await panel.receive(aMeeting());
  return { ...panel, storage };
}

describe('the tabs', () => {
  it('are all four in the side panel, and on the page the chat and the people', async () => {
    await open();
    await seesTabs('Dial out', 'People', 'Chat', 'Testing');
    await open({}, { isOnPage: true });
    await seesTabs('People', 'Chat');
  });

  it('are those that the user wants, and the first of them is in front', async () => {
    const { storage } = await open(stored({ tabs: ['chat', 'testing'] }));
    await seesTabs('Chat', 'Testing');
    expect(selected()).toBe('Chat');
    await storage.local.set(stored({ tabs: ['people', 'chat'] }).local);
    await seesTabs('People', 'Chat');
  });

  it('grow by one that a key or the menu asks for, which then stays', async () => {
    const { askForDestination } = await open(stored({ tabs: ['people', 'chat'] }));
    await seesTabs('People', 'Chat');
    await askForDestination();
    await seesTabs('Dial out', 'People', 'Chat');
    await eventually(() => expect(document.activeElement).toBe(the('textbox', 'Destination')));
    document.querySelector<HTMLElement>('header .more-menu')?.setAttribute('open', '');
    document.querySelector('header .more-menu')?.dispatchEvent(new Event('toggle'));
    await eventually(() => the('button', 'Testing'));
    expect(all('button', 'Dial out')).toEqual([]);
    await press('button', 'Testing');
    await seesTabs('Dial out', 'People', 'Chat', 'Testing');
    expect(selected()).toBe('Testing');
    await press('tab', 'Chat');
    await seesTabs('Dial out', 'People', 'Chat', 'Testing');
  });

  it.each([false, true])(
    'are those of the administrator, whatever the user wants (on the page: %s)',
    async (isOnPage) => {
      const wanted = stored({ tabs: ['testing'], dockTabs: ['testing'] });
      const panel = await open({ ...wanted, managed: { tabs: ['chat', 'people'] } }, { isOnPage });
      await seesTabs('People', 'Chat');
      await panel.askForDestination();
      await eventually(() =>
        expect(the('alert').textContent).toContain('Your administrator has turned off Dial out.'),
      );
      expect(names()).toEqual(['People', 'Chat']);
      expect(byId('view-dial-out').hidden).toBe(true);
      await press('button', 'Hide');
      expect(all('alert')).toEqual([]);
      await panel.receive(aMeeting({ chat: true }));
      await eventually(() => expect(selected()).toBe('Chat'));
    },
  );
});
