// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
  aCall,
  all,
  aMeeting,
  description,
  eventually,
  IN_M1,
  openPanel,
  press,
  START,
  the,
} from '../fixture';
import { FAILED, JOINED, rows, show, states } from './show-calls';

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
