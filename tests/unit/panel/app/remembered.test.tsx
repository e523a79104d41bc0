// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../protocol/meeting';
import { memoryStorage } from '../../../../settings/storage/memory';
import {
  aCall,
  all,
  aMeeting,
  choose,
  eventually,
  type openPanel,
  openView,
  pass,
  press,
  the,
  type,
  value,
} from '../fixture';
import { chips, preset } from '../presets/open-presets';
import { aWindow } from './a-window';

const HERE = aMeeting({ origin: 'https://meet.example.com', dialect: 'external-chat' });
const says = (text: string) => eventually(() => expect(document.body.textContent).toContain(text));
const dialsOf = ({ sent }: ReturnType<typeof openPanel>) =>
  sent.flatMap((request) => (request.type === 'dial' ? [request] : []));

/** A list of four, of which one has failed and one is ringing when its panel closes, after `before`. */
async function interrupted(before = async () => {}) {
  const window = aWindow();
  const first = window.open();
  await first.receive(HERE);
  await openView('Many');
  await eventually(() => the('textbox', 'Destinations'));
  await type('Destinations', 'sip:ann@x.example\nsip:bob@x.example\nsip:cid@x.example\nsip:dan@x.example');
  await press('button', 'Dial all');
  await eventually(() => expect(dialsOf(first)).toHaveLength(1));
  const [ann] = dialsOf(first);
  const failed: Call = aCall('ann@x.example', {
    id: ann?.call ?? '',
    state: { name: 'failed', message: 'No route', at: 0 },
  });
  await first.receive({ ...HERE, calls: [failed] });
  await eventually(() => expect(dialsOf(first)).toHaveLength(2));
  const ringing = aCall('bob@x.example', { id: dialsOf(first)[1]?.call ?? '' });
  const meeting = { ...HERE, calls: [ringing, failed] };
  await first.receive(meeting);
  await before();
  await eventually(() => expect(window.kept.get('list-run')).toContain('No route'));
  return { window, meeting };
}

describe('a list whose panel was closed under it', () => {
  it('waits in the next panel, and goes on where it was when the user continues', async () => {
    const { window, meeting } = await interrupted();
    const panel = window.open();
    await panel.receive(meeting);
    await says('Interrupted at 1 of 4.');
    await pass(30);
    expect(dialsOf(panel)).toEqual([]);
    expect(document.body.textContent).toContain('No route');
    the('button', 'Save results');
    await press('button', 'Continue');
    const [ringing, ...others] = meeting.calls;
    if (!ringing) throw new Error('No call rings.');
    await panel.receive({ ...meeting, calls: [{ ...ringing, state: { name: 'joined', at: 1 } }, ...others] });
    await eventually(() => expect(dialsOf(panel)[0]?.request.destination).toBe('cid@x.example'));
    expect(dialsOf(panel)[0]).toMatchObject({ page: 1, meeting: 'm1', load: 0 });
  });

  it('can be continued in the meeting that it began in and in no other', async () => {
    const { window } = await interrupted();
    const panel = window.open();
    await panel.sayOn(2, { ...HERE, alias: 'another.meeting' });
    await says('Interrupted at 1 of 4. To continue, go back to the meeting “qa.meeting');
    expect(all('button', 'Continue')).toEqual([]);
    the('button', 'Save results');
    // Its page was loaded again: the same meeting, and the call that rang is not known there.
    await panel.sayOn(3, HERE);
    await eventually(() => the('button', 'Continue'));
    await pass(5);
    expect(dialsOf(panel)).toEqual([]);
    await press('button', 'Continue');
    await eventually(() => expect(dialsOf(panel)[0]).toMatchObject({ page: 3, load: 0 }));
    await says('Outcome unknown');
    // From here on it belongs to that load of the page, until the user goes on in another.
    const placed = dialsOf(panel).length;
    await panel.sayOn(4, HERE);
    await says('was reloaded. Select Resume');
    await pass(5);
    expect(dialsOf(panel)).toHaveLength(placed);
  });

  it('is not interrupted if the user had stopped it: it waits for the calls that are open', async () => {
    const { window, meeting } = await interrupted(() => press('button', 'Stop'));
    const panel = window.open();
    await panel.receive(meeting);
    await openView('Many');
    await says('Stopped. Waiting for 1 call.');
    expect(document.body.textContent).not.toContain('Interrupted');
    expect(all('button', 'Continue')).toEqual([]);
    const [ringing, ...others] = meeting.calls;
    if (!ringing) throw new Error('No call rings.');
    await panel.receive({ ...meeting, calls: [{ ...ringing, state: { name: 'joined', at: 1 } }, ...others] });
    await says('1 of 4 joined.');
    expect(dialsOf(panel)).toEqual([]);
  });

  it('is gone once the user begins a new list', async () => {
    const { window, meeting } = await interrupted();
    const second = window.open();
    await second.receive(meeting);
    await says('Interrupted');
    await press('button', 'New list');
    await eventually(() => expect(window.kept.has('list-run')).toBe(false));
    await window.open().receive(meeting);
    await openView('Many');
    await eventually(() => expect(value('textbox', 'Destinations')).toContain('ann@x.example'));
    expect(document.body.textContent).not.toContain('Interrupted');
  });
});

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

  it('has the filter of the log', async () => {
    const window = aWindow();
    await window.open().receive(HERE);
    await openView('Log');
    await eventually(() => the('textbox', 'Search the log'));
    await type('Search the log', 'toggle');
    await eventually(() => expect(window.kept.has('log-filter')).toBe(true));
    await window.open().receive(HERE);
    await openView('Log');
    await eventually(() => expect(value('textbox', 'Search the log')).toBe('toggle'));
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

  it('has the message that was filled in to be sent', async () => {
    const window = aWindow();
    await window.open().receive(HERE);
    await openView('Log');
    await eventually(() => the('combobox', 'Format'));
    await choose('Format', 'json');
    await type('Message as JSON', '{ "half": ');
    await eventually(() => expect(window.kept.has('message')).toBe(true));
    await window.open().receive(HERE);
    await openView('Log');
    await eventually(() => expect(value('textbox', 'Message as JSON')).toBe('{ "half": '));
  });

  it('has the scenario as it was filled in, and says how far it had come', async () => {
    const window = aWindow();
    await window.open().receive(HERE);
    await openView('Tests');
    await eventually(() => the('textbox', 'Or paste it here'));
    const steps = [
      { name: 'It is on', do: 'expect-chat', active: false },
      { name: 'It rings', do: 'expect-badge', visible: true, within: 600 },
    ];
    await type('Or paste it here', JSON.stringify({ version: 1, name: 'Mine', steps }));
    await press('button', 'Run');
    await eventually(() => expect(window.kept.get('scenario-run')).toContain('passed'));
    await window.open().receive(HERE);
    await openView('Tests');
    await says('Interrupted: 1 of 2 steps had passed when the panel closed.');
    const { value: over, max } = the<HTMLProgressElement>('progressbar', 'Progress');
    expect({ over, max }).toEqual({ over: 1, max: 2 });
    await press('button', 'Run another');
    await eventually(() => expect(value('textbox', 'Or paste it here')).toContain('It rings'));
    await eventually(() => expect(window.kept.has('scenario-run')).toBe(false));
  });
});
