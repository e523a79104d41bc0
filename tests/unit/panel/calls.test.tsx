// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../protocol/meeting';
import { aCall, all, aMeeting, byId, description, openPanel, pass, press, START, the } from './stage';

const JOINED = { name: 'joined', uuid: 'u', displayName: 'Alice', at: START } as const;
const FAILED = { name: 'failed', message: 'no route to this address', at: START } as const;

const rows = () => all('listitem', undefined, the('list', 'Calls'));
const read = (row: Element | undefined, part: string) => row?.querySelector(`.${part}`)?.textContent;
const states = () => rows().map((row) => [read(row, 'destination'), read(row, 'state')]);

async function show(...calls: Call[]) {
  const panel = openPanel();
  await panel.say(aMeeting({ calls }));
  return panel;
}

describe('calls', () => {
  it('teaches while there are none', async () => {
    await show();
    expect(rows()).toEqual([]);
    expect(byId('root').textContent).toContain('No calls yet.');
    expect(byId('root').textContent).toContain('alice@example.com');
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
    await panel.say(aMeeting({ calls: [aCall('a', { request, state: JOINED })] }));
    expect(read(rows()[0], 'name')).toBe('Alice');
  });

  it('fails in words even if the node gave none', async () => {
    await show(aCall('bob', { state: { ...FAILED, message: '' } }));
    expect(states()).toEqual([['bob', 'Failed: no reason was given']]);
  });

  it('shows text from the meeting as text', async () => {
    await show(aCall('<b>bob</b>', { state: { ...FAILED, message: '<img src=x>' } }));
    expect(document.querySelector('li b, li img')).toBeNull();
    expect(states()).toEqual([['<b>bob</b>', 'Failed: <img src=x>']]);
  });
});

describe('time', () => {
  const elapsed = () => rows().map((row) => read(row, 'elapsed'));

  it('counts since the start of a call, and since its answer once it joined', async () => {
    const panel = await show(aCall('alice'), aCall('bob', { state: FAILED }));
    expect(elapsed()).toEqual(['0:00', undefined]);
    await pass(12);
    expect(elapsed()).toEqual(['0:12', undefined]);
    await panel.say(aMeeting({ calls: [aCall('alice', { state: { ...JOINED, at: START + 12_000 } })] }));
    expect(elapsed()).toEqual(['0:00']);
    await pass(3664);
    expect(elapsed()).toEqual(['1:01:04']);
  });

  it('says No answer yet after a minute, which a late answer undoes', async () => {
    const panel = await show(aCall('alice'));
    await pass(60);
    expect(states()).toEqual([['alice', 'Calling…']]);
    await pass(1);
    expect(states()).toEqual([['alice', 'No answer yet']]);
    expect(elapsed()).toEqual(['1:01']);
    await panel.say(aMeeting({ calls: [aCall('alice', { state: JOINED })] }));
    expect(states()).toEqual([['alice', 'Joined']]);
  });

  it('is right at once for a call that began long before the panel opened', async () => {
    const panel = openPanel();
    await pass(90);
    await panel.say(aMeeting({ calls: [aCall('alice')] }));
    expect(elapsed()).toEqual(['1:30']);
    expect(states()).toEqual([['alice', 'No answer yet']]);
  });

  it('ticks only while a call is counting, and stops with the signal', async () => {
    const panel = await show();
    expect(vi.getTimerCount()).toBe(0);
    await panel.say(aMeeting({ calls: [aCall('alice')] }));
    expect(vi.getTimerCount()).toBe(1);
    await panel.say(aMeeting({ calls: [aCall('alice', { state: FAILED })] }));
    expect(vi.getTimerCount()).toBe(0);
    await panel.say(aMeeting({ calls: [aCall('alice', { state: JOINED })] }));
    expect(vi.getTimerCount()).toBe(1);
    panel.stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    expect(byId('root').innerHTML).toBe('');
    await panel.say(aMeeting({ calls: [aCall('alice')] }));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('Dial again', () => {
  it('places a new call with the same request, for failed ones only', async () => {
    const failed = aCall('bob', { state: FAILED });
    const panel = await show(aCall('carol'), failed, aCall('alice', { state: JOINED }));
    await press('button', 'Dial again');
    expect(panel.sent).toMatchObject([{ type: 'dial', meeting: 'm1', request: failed.request }]);
    expect(panel.sent).not.toMatchObject([{ call: failed.id }]);
  });

  it('says at the call why nothing happened while the plugin is away', async () => {
    const panel = openPanel();
    await panel.say(aMeeting({ plugin: { name: 'waiting' }, calls: [aCall('bob', { state: FAILED })] }));
    await press('button', 'Dial again');
    expect(panel.sent).toEqual([]);
    expect(description(the('button', 'Dial again'))).toContain('The plugin has not spoken yet');
    expect(description(the('button', 'Dial'))).toBe('');
  });
});
