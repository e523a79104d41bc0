// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../settings/settings';
import { memoryStorage } from '../../../../settings/storage/memory';
import { all, aMeeting, eventually, pass, press, the, type, value } from '../fixture';
import { aWindow, HERE } from './a-window';

const selected = () => document.querySelector('.tabs [aria-selected="true"]')?.textContent;
const shows = (tab: string) => eventually(() => expect(selected()).toBe(tab));

/** A window in which a panel was closed with this view in front. */
async function leftAt(tab: string) {
  const window = aWindow();
  await window.open().receive(HERE);
  await press('tab', tab);
  await eventually(() => expect(window.kept.has('tab')).toBe(true));
  return window;
}

const stored = (over: object) =>
  memoryStorage({ local: { settings: { version: 3, value: { ...DEFAULT_SETTINGS, ...over } } } });

describe('the view in front', () => {
  it.each(['People', 'Chat', 'Testing'])('is %s again in the panel that comes after', async (tab) => {
    const window = await leftAt(tab);
    await window.open().receive(HERE);
    await shows(tab);
    await press('tab', 'Dial out');
    await window.open().receive(HERE);
    await pass(1);
    expect(selected()).toBe('Dial out');
  });

  it('has the view inside it that was in front there', async () => {
    const window = await leftAt('Testing');
    await eventually(() => the('tab', 'Tests'));
    await press('tab', 'Tests');
    await window.open().receive(HERE);
    await eventually(() => expect(the('tab', 'Tests').getAttribute('aria-selected')).toBe('true'));
    expect(selected()).toBe('Testing');
  });

  it.each(['People', 'Testing'])('has the focus on its tab, where it is %s', async (tab) => {
    const window = await leftAt(tab);
    await window.open().receive(HERE);
    await shows(tab);
    await eventually(() => expect(document.activeElement?.textContent).toBe(tab));
  });

  it('is one that is there, whatever was in front before', async () => {
    const window = await leftAt('Testing');
    await window.open({}, stored({ tabs: ['dial-out', 'chat'] })).receive(HERE);
    await pass(1);
    expect(selected()).toBe('Dial out');
    const managed = await leftAt('Testing');
    await managed.open({}, memoryStorage({ managed: { tabs: ['chat', 'people'] } })).receive(HERE);
    await eventually(() => expect(all('tab', 'Dial out')).toEqual([]));
    await pass(1);
    expect(selected()).toBe('People');
    expect(all('alert')).toEqual([]);
  });

  it('is the one that a notification asks for', async () => {
    const window = await leftAt('Testing');
    window.kept.set('asked-view', '"people"');
    await window.open().receive(HERE);
    await shows('People');
    expect(window.kept.has('asked-view')).toBe(false);
  });

  it('is the form for a user who has pressed the key for Destination', async () => {
    const window = await leftAt('Testing');
    window.kept.set('dial-view', '"many"');
    window.kept.set('asked-view', '"dial-out"');
    await window.open().receive(HERE);
    await eventually(() => expect(document.activeElement).toBe(the('textbox', 'Destination')));
    await pass(1);
    expect(selected()).toBe('Dial out');
    expect(window.kept.has('dial-view')).toBe(false);
  });

  it('comes back although an open panel has done what a key asked for', async () => {
    const window = aWindow();
    const panel = window.open();
    await panel.receive(HERE);
    await eventually(() => the('button', 'Dial'));
    await pass(1);
    window.kept.set('asked-view', '"dial-out"');
    await panel.askForDestination();
    await eventually(() => expect(window.kept.get('asked-view')).toBe('null'));
    await press('tab', 'Chat');
    await window.open().receive(HERE);
    await shows('Chat');
  });

  it('stays where somebody has begun to type, or has turned to another', async () => {
    const { kept } = await leftAt('Testing');
    for (const begin of [() => type('Destination', 'sip:ann@'), () => press('tab', 'People')]) {
      let read = () => {};
      const isRead = new Promise<void>((resolve) => {
        read = resolve;
      });
      const memory = { get: (name: string) => JSON.parse(kept.get(name) ?? 'null'), keep: () => {} };
      await aWindow()
        .open({ loadMemory: () => isRead.then(() => memory) })
        .receive(aMeeting());
      document.getElementById('dial-destination')?.focus();
      await begin();
      const before = selected();
      read();
      await pass(1);
      expect(selected()).toBe(before);
    }
  });

  it('is on the page the one for which the panel is asked', async () => {
    const window = await leftAt('People');
    await window.open({ isOnPage: true }, stored({ dockTabs: ['chat', 'people', 'dial-out'] })).receive(HERE);
    await pass(1);
    expect(selected()).toBe('Dial out');
  });

  it('takes the focus along from what is out of sight then', async () => {
    const window = await leftAt('Chat');
    await window.open().receive(HERE);
    await shows('Chat');
    expect(document.activeElement?.closest('[hidden]')).toBeNull();
    await press('tab', 'Dial out');
    expect(value('textbox', 'Destination')).toBe('');
  });
});
