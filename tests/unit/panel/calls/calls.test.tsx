// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../../protocol/meeting';
import {
  aCall,
  all,
  aMeeting,
  byId,
  description,
  eventually,
  IN_M1,
  openPanel,
  openView,
  pass,
  press,
  START,
  the,
  type,
  value,
} from '../fixture';

const EXAMPLE = 'alice@example.com';
const JOINED = { name: 'joined', at: START } as const;
const FAILED = { name: 'failed', message: 'no route to this address', at: START } as const;

const rows = () => all('listitem', undefined, the('list', 'Calls'));
const read = (row: Element | undefined, part: string) => row?.querySelector(`.${part}`)?.textContent;
const states = () => rows().map((row) => [read(row, 'destination'), read(row, 'state')]);

async function show(...calls: Call[]) {
  const panel = openPanel();
  await panel.receive(aMeeting({ calls }));
  return panel;
}

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

describe('time', () => {
  const elapsed = () => rows().map((row) => read(row, 'elapsed'));

  it('counts since the start of a call, and since its answer once it joined', async () => {
    const panel = await show(aCall('alice'), aCall('bob', { state: FAILED }));
    expect(elapsed()).toEqual(['0:00', undefined]);
    await pass(12);
    expect(elapsed()).toEqual(['0:12', undefined]);
    await panel.receive(aMeeting({ calls: [aCall('alice', { state: { ...JOINED, at: START + 12_000 } })] }));
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
    await panel.receive(aMeeting({ calls: [aCall('alice', { state: JOINED })] }));
    expect(states()).toEqual([['alice', 'Joined']]);
  });

  it('is right at once for a call that began long before the panel opened', async () => {
    const panel = openPanel();
    await pass(90);
    await panel.receive(aMeeting({ calls: [aCall('alice')] }));
    expect(elapsed()).toEqual(['1:30']);
    expect(states()).toEqual([['alice', 'No answer yet']]);
  });

  it('ticks only while a call is counting, and stops with the signal', async () => {
    const panel = await show();
    expect(vi.getTimerCount()).toBe(0);
    await panel.receive(aMeeting({ calls: [aCall('alice')] }));
    expect(vi.getTimerCount()).toBe(1);
    await panel.receive(aMeeting({ calls: [aCall('alice', { state: FAILED })] }));
    expect(vi.getTimerCount()).toBe(0);
    await panel.receive(aMeeting({ calls: [aCall('alice', { state: JOINED })] }));
    expect(vi.getTimerCount()).toBe(1);
    panel.stop.abort();
    expect(vi.getTimerCount()).toBe(0);
    expect(byId('root').innerHTML).toBe('');
    await panel.receive(aMeeting({ calls: [aCall('alice')] }));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('each state', () => {
  const at = START;
  const withJoin = { joinedAt: START - 64_000 };
  const unsure = 'the meeting’s participant list';
  const oneOf = (of: number, joined: number, failed: string[]) =>
    ({ name: 'one-of', of, joined, failed, at }) as const;
  const cases: [label: string, hint: string | undefined, over: Partial<Call>][] = [
    ['Queued', undefined, { state: { name: 'queued', at } }],
    ['Canceled', undefined, { state: { name: 'cancelled', at } }],
    ['Calling…', undefined, {}],
    ['Ringing', undefined, { state: { name: 'ringing', at } }],
    ['Joined', undefined, { state: JOINED }],
    ['Left', undefined, { state: { name: 'left', at }, ...withJoin }],
    ['Not answered', undefined, { state: { name: 'left', at } }],
    ['Hung up', undefined, { state: { name: 'left', at }, hangUp: {} }],
    ['Hung up', undefined, { state: { name: 'left', at }, hangUp: {}, ...withJoin }],
    ['Left', undefined, { state: { name: 'left', at }, hangUp: { error: 'no right' }, ...withJoin }],
    ['Not answered', undefined, { state: { name: 'left', at }, hangUp: { error: 'no right' } }],
    ['Hanging up…', undefined, { state: { name: 'ringing', at }, hangUp: {} }],
    ['Hanging up…', undefined, { state: JOINED, hangUp: {} }],
    ['Unknown: the meeting was reloaded', unsure, { state: { name: 'unknown', why: 'reloaded', at } }],
    ['Unknown: you’re no longer in the meeting', unsure, { state: { name: 'unknown', why: 'left', at } }],
    ['One of 3 calls: 1 joined, 1 failed (busy), 1 in progress', unsure, { state: oneOf(3, 1, ['busy']) }],
    ['One of 3 calls: 1 joined, 2 failed (busy, gone)', unsure, { state: oneOf(3, 1, ['busy', 'gone']) }],
  ];

  it.each(cases)('%s', async (label, hint, over) => {
    await show(aCall('alice', over));
    expect(states()).toEqual([['alice', label]]);
    expect(read(rows()[0], 'hint') ?? '').toContain(hint ?? '');
    expect(read(rows()[0], 'facts')).toBe('SIP · Guest');
  });

  it.each([
    ['Call to busy@example.com was refused: busy', 'Dial again when the line is free.'],
    ['Invalid role', 'Only hosts can dial out'],
    ['role must be one of HOST, GUEST, not "guest"', 'Fix that field'],
    ['The call was not answered', 'Nobody answered'],
    // Of earlier plugins.
    ['The call ended unanswered', 'Nobody answered'],
    ['Call to busy@example.com was refused: no valid host after the @', 'Check the address and protocol'],
    ['', 'Check the address and protocol'],
  ])('failed with "%s" says what to try', async (message, hint) => {
    await show(aCall('busy@example.com', { state: { name: 'failed', message, at } }));
    expect(read(rows()[0], 'hint')).toContain(hint);
  });

  it('shows how long somebody was there who has left, and no clock runs on', async () => {
    await show(aCall('alice', { state: { name: 'left', at }, ...withJoin }));
    expect(read(rows()[0], 'elapsed')).toBe('1:04');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('Hang up', () => {
  const able = { plugin: { name: 'ready', inMeeting: true, features: ['request-id', 'hang-up'] } } as const;
  const RINGING = { name: 'ringing', at: START } as const;

  it.each([
    ['before the answer', RINGING],
    ['after it', JOINED],
  ])('ends a call %s', async (_when, state) => {
    const panel = openPanel();
    await panel.receive(aMeeting({ ...able, calls: [aCall('alice', { state })] }));
    await press('button', 'Hang up alice');
    expect(panel.sent).toEqual([{ type: 'hang-up', ...IN_M1, call: 'call-alice' }]);
  });

  it('is not there when the plugin does not offer it, nor for a call that has ended', async () => {
    const panel = await show(aCall('alice', { state: JOINED }));
    expect(all('button', 'Hang up alice')).toEqual([]);
    await panel.receive(aMeeting({ ...able, calls: [aCall('alice', { state: FAILED })] }));
    expect(all('button', 'Hang up alice')).toEqual([]);
  });

  it('says why it did not succeed, and can be pressed again', async () => {
    const panel = openPanel();
    const call = aCall('alice', { state: JOINED, hangUp: { error: 'Invalid role' } });
    await panel.receive(aMeeting({ ...able, calls: [call] }));
    expect(rows()[0]?.textContent).toContain('Couldn’t hang up: Invalid role');
    expect(states()).toEqual([['alice', 'Joined']]);
    expect(all('button', 'Hang up alice')).toHaveLength(1);
  });

  it.each([
    ['it is hung up', { hangUp: {} }],
    ['it ends by itself', {}],
  ])('leaves the focus at its row when %s, not on the button that comes', async (_, over) => {
    const panel = openPanel();
    await panel.receive(aMeeting({ ...able, calls: [aCall('alice', { state: RINGING })] }));
    // What follows the focus comes with the line about all calls.
    await eventually(() => the('group', 'All calls'));
    the('button', 'Hang up alice').focus();
    if ('hangUp' in over) await press('button', 'Hang up alice');
    const left = { state: { name: 'left', at: START }, ...over } as const;
    await panel.receive(aMeeting({ ...able, calls: [aCall('alice', left)] }));
    await eventually(() => expect(document.activeElement).toBe(rows()[0]));
  });
});

describe('turns, with a plugin that repeats no request id', () => {
  const QUEUED = { name: 'queued', at: START } as const;

  it('offers to dial the next one once the one ahead is late, and to cancel at any time', async () => {
    const panel = await show(
      aCall('carol', { state: QUEUED }),
      aCall('bob', { state: QUEUED }),
      aCall('alice'),
    );
    expect(all('button', 'Cancel bob')).toHaveLength(1);
    expect(all('button', 'Dial next now bob')).toEqual([]);
    await pass(61);
    expect(states().at(-1)).toEqual(['alice', 'No answer yet']);
    expect(all('button', 'Dial next now carol')).toEqual([]);
    await press('button', 'Dial next now bob');
    await press('button', 'Cancel carol');
    expect(panel.sent).toEqual([
      { type: 'dial-now', ...IN_M1, call: 'call-bob' },
      { type: 'hang-up', ...IN_M1, call: 'call-carol' },
    ]);
  });

  it('offers it at once when nothing is open, as after a reload of the meeting', async () => {
    await show(
      aCall('bob', { state: QUEUED }),
      aCall('alice', { state: { name: 'unknown', why: 'reloaded', at: START } }),
    );
    expect(all('button', 'Dial next now bob')).toHaveLength(1);
  });

  it('lets the user choose to overlap, with such a plugin only', async () => {
    const panel = await show();
    await type('Destination', 'alice');
    await press('switch', 'Allow several calls at once');
    expect(the<HTMLInputElement>('switch', 'Allow several calls at once').checked).toBe(true);
    await press('button', 'Dial');
    expect(panel.sent).toMatchObject([{ type: 'dial', overlap: true }]);
    await panel.receive(
      aMeeting({ plugin: { name: 'ready', inMeeting: true, features: ['request-id'] }, calls: [] }),
    );
    expect(all('switch', 'Allow several calls at once')).toEqual([]);
  });
});

describe('Dial again', () => {
  it('places a new call with the same request, for failed ones only', async () => {
    const failed = aCall('bob', { state: FAILED });
    const panel = await show(aCall('carol'), failed, aCall('alice', { state: JOINED }));
    await press('button', 'Dial again bob');
    expect(panel.sent).toMatchObject([{ type: 'dial', ...IN_M1, request: failed.request }]);
    expect(panel.sent).not.toMatchObject([{ call: failed.id }]);
  });

  it('says at the call why nothing happened while the plugin is away', async () => {
    const panel = openPanel();
    await panel.receive(aMeeting({ plugin: { name: 'waiting' }, calls: [aCall('bob', { state: FAILED })] }));
    await press('button', 'Dial again bob');
    expect(panel.sent).toEqual([]);
    expect(description(the('button', 'Dial again bob'))).toContain('The plugin isn’t connected yet');
    expect(description(the('button', 'Dial'))).toBe('');
  });
});
