// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { aCall, all, aMeeting, eventually, IN_M1, pass, press, START, the, type } from '../fixture';
import { show, states } from './show-calls';

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
    await eventually(() => the('switch', 'Allow several calls at once'));
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
