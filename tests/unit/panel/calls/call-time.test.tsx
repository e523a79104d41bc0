// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { aCall, aMeeting, byId, openPanel, pass, START } from '../fixture';
import { FAILED, JOINED, read, rows, show, states } from './show-calls';

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
