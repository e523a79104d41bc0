// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { memoryStorage } from '../../../../settings/storage/memory';
import { aCall, choose, eventually, openView, pass, press, the, type, value } from '../fixture';
import { chips, preset } from '../presets/open-presets';
import { aWindow, dialsOf, HERE } from './a-window';

describe('the panel that comes back', () => {
  it('has the form as it was left, with its options', async () => {
    const window = aWindow();
    await window.open().receive(HERE);
    await type('Destination', 'sip:half@');
    await choose('Protocol', 'h323');
    await choose('Role', 'HOST');
    await type('DTMF sequence', ',,12');
    await eventually(() => expect(window.kept.get('form')).toContain(',,12'));
    await window.open().receive(HERE);
    await eventually(() => expect(value('textbox', 'Destination')).toBe('sip:half@'));
    expect(value('combobox', 'Protocol')).toBe('h323');
    expect(value('combobox', 'Role')).toBe('HOST');
    expect(value('textbox', 'DTMF sequence')).toBe(',,12');
  });

  it('has an empty form where it was dialed as it stands', async () => {
    const window = aWindow();
    const panel = window.open();
    await panel.receive(HERE);
    await type('Destination', 'sip:done@x.example');
    await eventually(() => expect(window.kept.has('form')).toBe(true));
    await press('button', 'Dial');
    await eventually(() => expect(dialsOf(panel)).toHaveLength(1));
    await panel.receive({ ...HERE, calls: [aCall('done@x.example', { startedAt: Date.now() })] });
    await eventually(() => expect(window.kept.has('form')).toBe(false));
  });

  it('has pasted lines, how they are to be dialed, and the view in which they are', async () => {
    const window = aWindow();
    await window.open().receive(HERE);
    await openView('Many');
    await eventually(() => the('textbox', 'Destinations'));
    await type('Destinations', 'sip:ann@x.example\n\nnot yet');
    await choose('Simultaneous calls', '5');
    await eventually(() => expect(window.kept.has('list-options')).toBe(true));
    await window.open().receive(HERE);
    await eventually(() => expect(value('textbox', 'Destinations')).toBe('sip:ann@x.example\n\nnot yet'));
    await eventually(() => expect(value('combobox', 'Simultaneous calls')).toBe('5'));
  });

  it('has Earlier open, with what is searched there', async () => {
    const request = { destination: 'bob@x.example', role: 'GUEST', protocol: 'sip' };
    const entry = { id: 'e', at: Date.now(), request, removed: false, outcome: 'joined' };
    const storage = memoryStorage({ local: { history: { version: 1, value: [entry] } } });
    const window = aWindow();
    await window.open({}, storage).receive(HERE);
    await openView('Earlier');
    await eventually(() => the('textbox', 'Search the history'));
    await type('Search the history', 'ali');
    await eventually(() => expect(window.kept.get('history-search')).toContain('ali'));
    await window.open({}, storage).receive(HERE);
    await eventually(() => expect(value('textbox', 'Search the history')).toBe('ali'));
    await openView('Earlier');
    await eventually(() => expect(window.kept.has('earlier')).toBe(false));
  });

  it('never replaces what was typed before it had read', async () => {
    const window = aWindow();
    await window.open().receive(HERE);
    await type('Destination', 'sip:old@x.example');
    await eventually(() => expect(window.kept.has('form')).toBe(true));
    const { kept } = window;
    let read = () => {};
    const isRead = new Promise<void>((resolve) => {
      read = resolve;
    });
    await window
      .open({
        loadMemory: async () => {
          await isRead;
          return { get: (name) => JSON.parse(kept.get(name) ?? 'null'), keep: () => {} };
        },
      })
      .receive(HERE);
    await type('Destination', 'sip:new@x.example');
    read();
    await pass(1);
    expect(value('textbox', 'Destination')).toBe('sip:new@x.example');
  });

  it('still works if what was kept is of no use, or can’t be read', async () => {
    const window = aWindow();
    const names = ['form', 'lines', 'list-run', 'list-options', 'list-name', 'list-rename', 'dial-view'];
    for (const name of [...names, 'log-filter', 'message', 'preset-name', 'preset-editor', 'person-form'])
      window.kept.set(
        name,
        JSON.stringify({ rows: 7, draft: [], chosen: 'x', name: 'x', json: '', values: null }),
      );
    await window.open().receive(HERE);
    await openView('Many');
    await eventually(() => expect(value('textbox', 'Destinations')).toBe(''));
    await openView('Log');
    await window.open({ loadMemory: () => Promise.reject(new Error('no room')) }).receive(HERE);
    await type('Destination', 'sip:ann@x.example');
    expect(value('textbox', 'Destination')).toBe('sip:ann@x.example');
  });

  it('has the search among many presets', async () => {
    const many = Array.from({ length: 12 }, (_, at) => preset(`p${at}`, at));
    const storage = memoryStorage({ sync: Object.assign({}, ...many) });
    const window = aWindow();
    await window.open({}, storage).receive(HERE);
    await eventually(() => the('textbox', 'Search presets'));
    await type('Search presets', 'p3');
    await eventually(() => expect(window.kept.has('preset-search')).toBe(true));
    await window.open({}, storage).receive(HERE);
    await eventually(() => expect(value('textbox', 'Search presets')).toBe('p3'));
    await eventually(() => expect(chips()).toEqual(['4p3']));
  });
});
