// @vitest-environment happy-dom
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryStorage } from '../../../../settings/storage/memory';
import {
  all,
  aMeeting,
  description,
  eventually,
  openPanel,
  press,
  rendered,
  the,
  type,
  value,
} from '../fixture';
import { key, open, preset, seesChips, withTwo } from './open-presets';

describe('a preset', () => {
  it('is saved from the form under a name, by keyboard alone', async () => {
    const { storage } = await open();
    await type('Destination', 'sip:alice@example.com');
    await press('button', 'Save');
    await eventually(() => expect(value('textbox', 'Preset name')).toBe('alice@example.com'));
    await type('Preset name', 'Alice');
    the('textbox', 'Preset name').focus();
    await key('Enter', the('textbox', 'Preset name'));
    await seesChips('Alice');
    // The field has gone: the focus is beside it, not at the top of the panel.
    await eventually(() => expect(document.activeElement?.closest('form')).not.toBeNull());
    expect(Object.values(await storage.sync.read())).toEqual([
      {
        version: 1,
        name: 'Alice',
        order: 0,
        request: { destination: 'alice@example.com', protocol: 'sip', role: 'GUEST' },
      },
    ]);
  });

  it('is not saved while the form is wrong, nor without a name', async () => {
    const { storage } = await open();
    await press('button', 'Save');
    expect(description(the('textbox', 'Destination'))).toContain('Enter an address');
    await type('Destination', 'alice');
    await press('button', 'Save');
    await eventually(() => the('textbox', 'Preset name'));
    await type('Preset name', '  ');
    await press('button', 'Save preset');
    expect(description(the('textbox', 'Preset name'))).toBe('Enter a name.');
    expect(await storage.sync.read()).toEqual({});
  });

  it('is only selected by its key in a page, which can ask for a digit', async () => {
    const { sent, askForDestination } = await open(withTwo, { isOnPage: true });
    await seesChips('alice', 'bob');
    await askForDestination();
    the('textbox', 'Destination').blur();
    await key('2');
    expect(document.activeElement).toBe(the('button', 'bob'));
    expect(sent).not.toContainEqual(expect.objectContaining({ type: 'dial' }));
    await press('button', 'bob');
    await eventually(() => expect(sent).toContainEqual(expect.objectContaining({ type: 'dial' })));
  });

  it('is dialed with a click, or its key', async () => {
    const { sent } = await open(withTwo);
    await seesChips('alice', 'bob');
    await press('button', 'bob');
    await eventually(() => expect(sent).toHaveLength(1));
    await key('1');
    await eventually(() => expect(sent).toHaveLength(2));
    expect(sent).toMatchObject([
      { type: 'dial', request: { destination: 'bob@example.com' } },
      { type: 'dial', request: { destination: 'alice@example.com' } },
    ]);
  });

  it('is dialed with its key from a field that Escape has left', async () => {
    const { sent } = await open(withTwo);
    await seesChips('alice', 'bob');
    const destination = the('textbox', 'Destination');
    destination.focus();
    await type('Destination', 'bo');
    await eventually(() => expect(destination.getAttribute('aria-expanded')).toBe('true'));
    await key('Escape', destination);
    expect(document.activeElement).toBe(destination);
    await key('Escape', destination);
    expect(document.activeElement).not.toBe(destination);
    expect(value('textbox', 'Destination')).toBe('bo');
    await key('2', document.activeElement ?? document.body);
    await eventually(() => expect(sent).toMatchObject([{ request: { destination: 'bob@example.com' } }]));
  });

  it('is selected with its key in a page, from a field that Escape has left before the panel', async () => {
    const { sent, askForDestination } = await open(withTwo, { isOnPage: true });
    await seesChips('alice', 'bob');
    const left: EventTarget[] = [];
    const leave = ({ key: pressed, target }: KeyboardEvent) =>
      void (pressed === 'Escape' && target && left.push(target));
    window.addEventListener('keydown', leave);
    onTestFinished(() => window.removeEventListener('keydown', leave));
    await askForDestination();
    await type('Destination', 'zz');
    await key('Escape', the('textbox', 'Destination'));
    expect(document.activeElement).toBe(document.body);
    expect(left).toEqual([]);
    await key('2');
    expect(document.activeElement).toBe(the('button', 'bob'));
    expect(sent).not.toContainEqual(expect.objectContaining({ type: 'dial' }));
    await key('Escape', the('button', 'bob'));
    expect(left.splice(0)).toEqual([the('button', 'bob')]);
    // A field that is beside no presets is left with the panel.
    await press('tab', 'Many');
    await eventually(() => the('textbox', 'Destinations').focus());
    await key('Escape', the('textbox', 'Destinations'));
    expect(left).toEqual([the('textbox', 'Destinations')]);
  });

  it('is dialed with its key on a keyboard that has the digits behind Shift', async () => {
    const { sent } = await open(withTwo);
    await seesChips('alice', 'bob');
    const type = (name: string, code: string, shiftKey = false) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, code, shiftKey, bubbles: true }));
    type('É', 'Digit2', true);
    type('é', 'Digit2');
    await eventually(() => expect(sent).toMatchObject([{ request: { destination: 'bob@example.com' } }]));
    type('1', 'Digit1', true);
    await eventually(() => expect(sent).toHaveLength(2));
  });

  it('is not dialed by what is typed, held or meant for the browser', async () => {
    const { sent } = await open(withTwo);
    await seesChips('alice', 'bob');
    await key('1', the('textbox', 'Destination'));
    await key('1', the('combobox', 'Protocol'));
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', ctrlKey: true, bubbles: true }));
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', repeat: true, bubbles: true }));
    await key('3');
    await rendered();
    expect(sent).toEqual([]);
  });

  it('is not dialed by its key while a search or the manager hides it', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `room-${at + 1}`);
    const sync = Object.assign({}, ...names.map((name, at) => preset(name, at)));
    const { sent } = await open({ sync });
    await eventually(() => the('textbox', 'Search presets'));
    await type('Search presets', 'room-2');
    await key('1');
    await type('Search presets', '');
    await press('button', 'Manage');
    await eventually(() => the('list', 'Presets'));
    await key('1');
    await press('button', 'Manage');
    await eventually(() => the('textbox', 'Search presets'));
    await key('2');
    await eventually(() => expect(sent).toMatchObject([{ request: { destination: 'room-2@example.com' } }]));
  });

  it('says beside it why nothing happened', async () => {
    const panel = openPanel(memoryStorage(withTwo));
    await panel.receive(aMeeting({ plugin: { name: 'waiting' } }));
    await eventually(() => the('button', 'alice'));
    await press('button', 'alice');
    await eventually(() => expect(description(the('button', 'alice'))).toContain('isn’t connected yet'));
  });

  it('is seen and not used without a meeting, and can be managed', async () => {
    const panel = openPanel(memoryStorage(withTwo));
    await panel.receive(aMeeting());
    await eventually(() => the('button', 'alice'));
    await panel.receive();
    const chips = document.querySelector('.chips');
    expect(chips?.hasAttribute('inert')).toBe(true);
    await key('1');
    expect(document.body.textContent).not.toContain('There’s no meeting on this page');
    await press('button', 'Manage');
    await eventually(() => the('list', 'Presets'));
    await press('button', 'Manage');
    await panel.receive(aMeeting());
    expect(document.querySelector('.chips')?.hasAttribute('inert')).toBe(false);
    await key('1');
    await eventually(() => expect(panel.sent).toHaveLength(1));
  });

  it('of an administrator comes first and cannot be changed', async () => {
    await open({ ...withTwo, managed: { presets: [{ name: 'Reception', destination: '100' }] } });
    await seesChips('Reception', 'alice', 'bob');
    await press('button', 'Manage');
    await eventually(() => expect(all('button', 'Delete')).toHaveLength(2));
    expect(document.body.textContent).toContain('Set by your administrator');
  });
});
