// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { aCall, all, aMeeting, eventually, IN_M1, openPanel, press, rendered, START, the } from '../fixture';

const at = START;
const ABLE = { plugin: { name: 'ready', inMeeting: true, features: ['request-id', 'hang-up'] } } as const;
const CALLS = [
  aCall('frank', { state: { name: 'queued', at } }),
  aCall('erin', { state: { name: 'joined', at } }),
  aCall('dave', { state: { name: 'joined', at } }),
  aCall('carol', { state: { name: 'ringing', at } }),
  aCall('bob', { state: { name: 'failed', message: 'busy', at } }),
  aCall('alice', { state: { name: 'left', at } }),
];

describe('the line about all calls', () => {
  let panel: ReturnType<typeof openPanel>;
  beforeEach(async () => {
    panel = openPanel();
    await panel.receive(aMeeting({ ...ABLE, calls: CALLS }));
    await eventually(() => the('group', 'All calls'));
  });

  const counts = () =>
    all('button', undefined, the('group', 'All calls')).map(({ textContent }) => textContent);
  const shown = () =>
    all('listitem', undefined, the('list', 'Calls')).map(
      (row) => row.querySelector('.destination')?.textContent,
    );
  const openMenu = async () => {
    document.querySelector<HTMLElement>('.calls-summary summary')?.click();
    await rendered();
  };

  it('counts them, without what there was none of', async () => {
    expect(counts()).toEqual(['2 in', '1 ringing', '1 queued', '1 failed', '1 ended']);
    await panel.receive(aMeeting({ ...ABLE, id: 'm2', calls: CALLS.slice(-1) }));
    await eventually(() => expect(counts()).toEqual(['1 ended']));
  });

  it('keeps the place of each count while calls begin and end', async () => {
    await panel.receive(aMeeting({ ...ABLE, id: 'm2', calls: CALLS.slice(3, 4) }));
    await eventually(() => expect(counts()).toEqual(['1 ringing']));
    await panel.receive(aMeeting({ ...ABLE, id: 'm2', calls: CALLS.slice(1, 3) }));
    expect(counts()).toEqual(['0 ringing', '2 in']);
  });

  it('shows only those that are selected, and all again', async () => {
    await press('button', '2 in');
    expect(shown()).toEqual(['erin', 'dave']);
    await press('button', '1 failed');
    expect(shown()).toEqual(['bob']);
    await press('button', '1 failed');
    expect(shown()).toHaveLength(6);
  });

  it('lets no call come or go while the pointer moves over the calls, and then all', async () => {
    const move = async (type: string) => {
      the('list', 'Calls').dispatchEvent(new Event(type));
      await rendered();
    };
    await press('button', '2 in');
    await move('pointermove');
    const greta = aCall('greta', { state: { name: 'joined', at } });
    const erin = aCall('erin', { state: { name: 'left', at } });
    await panel.receive(aMeeting({ ...ABLE, calls: [greta, erin, ...CALLS.slice(2)] }));
    expect(shown()).toEqual(['erin', 'dave']);
    await move('pointerleave');
    expect(shown()).toEqual(['greta', 'dave']);
  });

  it('hangs up all that are open, and takes back what is queued', async () => {
    await openMenu();
    await press('button', 'Hang up all');
    expect(panel.sent).toEqual(
      ['frank', 'erin', 'dave', 'carol'].map((name) => ({ type: 'hang-up', ...IN_M1, call: `call-${name}` })),
    );
    await openMenu();
    await panel.receive(aMeeting({ ...ABLE, calls: CALLS.slice(-1) }));
    expect(all('button', 'Hang up all')).toEqual([]);
  });

  it('clears what has ended, and brings it back', async () => {
    await openMenu();
    await press('button', 'Clear ended calls');
    expect(shown()).toEqual(['frank', 'erin', 'dave', 'carol']);
    expect(counts()).toEqual(['2 in', '1 ringing', '1 queued']);
    await openMenu();
    expect(all('button', 'Clear ended calls')).toEqual([]);
    await press('button', 'Show cleared calls');
    expect(shown()).toHaveLength(6);
  });
});
