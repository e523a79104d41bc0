// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { aCall, all, aMeeting, byId, eventually, openPanel, openView, press, the, value } from '../fixture';
import { FAILED, JOINED, read, rows, show, states } from './show-calls';

const EXAMPLE = 'alice@example.com';

describe('calls', () => {
  it('teaches while there are none', async () => {
    await show();
    expect(rows()).toEqual([]);
    await eventually(() =>
      expect(byId('root').textContent).toMatch(
        /No calls yet\.Enter a destination above, such as alice@example\.com, and dial it\./,
      ),
    );
    expect(all('button', EXAMPLE)).toEqual([]);
  });

  it('have an example first: on this device, it fills the form and dials nothing', async () => {
    const panel = openPanel();
    await panel.receive(aMeeting({ origin: 'http://127.0.0.1:8081', calls: [] }));
    await eventually(() => the('button', EXAMPLE));
    await openView('Many');
    await press('button', EXAMPLE);
    await eventually(() => expect(value('textbox', 'Destination')).toBe(EXAMPLE));
    expect(document.activeElement).toBe(the('textbox', 'Destination'));
    expect(panel.sent.filter((request) => request.type === 'dial')).toEqual([]);
  });

  it('lists them in the order of the peer, each with its state', async () => {
    await show(aCall('carol'), aCall('bob', { state: FAILED }), aCall('alice', { state: JOINED }));
    expect(states()).toEqual([
      ['carol', 'Calling…'],
      ['bob', 'Failed: no route to this address'],
      ['alice', 'Joined'],
    ]);
    expect(byId('root').textContent).not.toContain('No calls yet.');
    const shapes = rows().map((row) => row.querySelector('svg')?.innerHTML);
    expect(new Set(shapes).size).toBe(3);
  });

  it('shows the name that was asked for, then the one it joined with', async () => {
    const request = { destination: 'a', role: 'GUEST', protocol: 'sip', remote_display_name: 'A.' } as const;
    const panel = await show(aCall('a', { request }));
    expect(read(rows()[0], 'name')).toBe('A.');
    await panel.receive(aMeeting({ calls: [aCall('a', { request, state: JOINED, displayName: 'Alice' })] }));
    expect(read(rows()[0], 'name')).toBe('Alice');
  });

  it('fails in words even if the node gave none', async () => {
    await show(aCall('bob', { state: { ...FAILED, message: '' } }));
    expect(states()).toEqual([['bob', 'Failed: no reason given']]);
  });

  it('shows text from the meeting as text', async () => {
    await show(aCall('<b>bob</b>', { state: { ...FAILED, message: '<img src=x>' } }));
    expect(document.querySelector('li b, li img')).toBeNull();
    expect(states()).toEqual([['<b>bob</b>', 'Failed: <img src=x>']]);
  });
});
