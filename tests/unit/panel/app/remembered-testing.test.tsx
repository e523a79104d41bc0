// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { choose, eventually, openView, press, says, the, type, value } from '../fixture';
import { aWindow, HERE } from './a-window';

describe('the panel that comes back', () => {
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
