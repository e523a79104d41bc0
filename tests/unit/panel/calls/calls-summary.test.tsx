// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import type { Call, Meeting } from '../../../../protocol/meeting';
import { aWindow } from '../app/a-window';
import {
  aCall,
  all,
  aMeeting,
  byId,
  eventually,
  IN_M1,
  openPanel,
  openView,
  press,
  rendered,
  START,
  the,
  type,
} from '../fixture';

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

type Panel = ReturnType<typeof openPanel>;

/** A panel beside a peer that keeps what is cleared of each meeting; it was shown one of them. */
function keepingCleared(panel: Panel) {
  const cleared = new Map<string, string>();
  let shown = aMeeting(ABLE);
  const show = (meeting: Meeting) => {
    shown = { ...meeting, cleared: cleared.get(meeting.id) };
    return panel.receive(shown);
  };
  panel.answerRequests((request) => {
    if (request.type !== 'cleared') return;
    cleared.set(request.meeting, request.text);
    void show(shown);
  });
  return show;
}

describe('the line about all calls', () => {
  let panel: Panel;
  let show: ReturnType<typeof keepingCleared>;
  beforeEach(async () => {
    panel = openPanel();
    show = keepingCleared(panel);
    await show(aMeeting({ ...ABLE, calls: CALLS }));
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

  it('shows a call that was dialed here whatever was selected, and leaves the choice to a list', async () => {
    await type('Destination', 'zoe@example.com');
    await press('button', '1 failed');
    // As a list does.
    const listed = aCall('gina', { state: { name: 'calling', at } });
    await panel.receive(aMeeting({ ...ABLE, calls: [listed, ...CALLS] }));
    expect(shown()).toEqual(['bob']);
    await press('button', 'Dial');
    await eventually(() => expect(panel.sent.at(-1)).toMatchObject({ type: 'dial' }));
    const [dial] = panel.sent.flatMap((request) => (request.type === 'dial' ? [request] : []));
    const zoe = aCall('zoe@example.com', { id: dial?.call ?? '', state: { name: 'calling', at } });
    await panel.receive(aMeeting({ ...ABLE, calls: [zoe, listed, ...CALLS] }));
    await eventually(() => expect(shown()).toHaveLength(8));
    expect(shown()[0]).toBe('zoe@example.com');
    // What is selected after that stays selected.
    await press('button', '1 failed');
    await panel.receive(aMeeting({ ...ABLE, calls: [{ ...zoe, state: { name: 'joined', at } }, ...CALLS] }));
    expect(shown()).toEqual(['bob']);
  });

  it('shows the first call that is dialed here, whatever was selected in the panel before', async () => {
    const window = aWindow();
    window.kept.set('calls-shown', '"failed"');
    panel = window.open();
    await panel.receive(aMeeting(ABLE));
    await type('Destination', 'zoe@example.com');
    await press('button', 'Dial');
    await eventually(() => expect(panel.sent.at(-1)).toMatchObject({ type: 'dial' }));
    const [dial] = panel.sent.flatMap((request) => (request.type === 'dial' ? [request] : []));
    const zoe = aCall('zoe@example.com', { id: dial?.call ?? '', state: { name: 'calling', at } });
    await panel.receive(aMeeting({ ...ABLE, calls: [zoe] }));
    await eventually(() => the('group', 'All calls'));
    await eventually(() => expect(window.kept.has('calls-shown')).toBe(false));
    await eventually(() => expect(shown()).toEqual(['zoe@example.com']));
  });

  it('says where all calls have gone that were cleared, and brings them back', async () => {
    await show(aMeeting({ ...ABLE, calls: CALLS.slice(-2) }));
    await openMenu();
    await press('button', 'Clear ended calls');
    await eventually(() => expect(shown()).toEqual([]));
    expect(the('group', 'All calls').textContent).toContain('All calls are cleared.');
    await press('button', 'Show cleared calls', the('group', 'All calls'));
    await eventually(() => expect(shown()).toEqual(['bob', 'alice']));
    expect(counts()).toEqual(['1 failed', '1 ended']);
  });

  it('shows only those that are selected, and all again', async () => {
    await press('button', '2 in');
    expect(shown()).toEqual(['erin', 'dave']);
    await press('button', '1 failed');
    expect(shown()).toEqual(['bob']);
    await press('button', '1 failed');
    expect(shown()).toHaveLength(6);
  });

  describe('while the pointer moves over the calls', () => {
    const move = async (type: string, over: Element) => {
      over.dispatchEvent(new Event(type, { bubbles: true }));
      await rendered();
    };
    const heights = () =>
      all('listitem', undefined, the('list', 'Calls')).map(({ style: { height } }) => height);
    /** Gives an element a height, which it has only on a screen. */
    const setHeight = (element: Element, height: number) => {
      element.getBoundingClientRect = () => DOMRect.fromRect({ height });
    };
    const failed = (call: Call) => ({ ...call, state: { name: 'failed', message: 'no route', at } as const });

    it('lets none come or go, and then all', async () => {
      await press('button', '2 in');
      await move('pointermove', the('list', 'Calls'));
      const greta = aCall('greta', { state: { name: 'joined', at } });
      const left = aCall('erin', { state: { name: 'left', at } });
      await panel.receive(aMeeting({ ...ABLE, calls: [greta, left, ...CALLS.slice(2)] }));
      expect(shown()).toEqual(['erin', 'dave']);
      await move('pointermove', the('textbox', 'Destination'));
      expect(shown()).toEqual(['greta', 'dave']);
    });

    it('lets none of them grow, nor how all stand, nor the list that is dialed above', async () => {
      await openView('Many');
      await eventually(() => expect(document.querySelector('.lists')).not.toBeNull());
      const list = document.querySelector<HTMLElement>('.lists');
      if (!list) throw new Error('There is no list.');
      setHeight(list, 400);
      const summary = the('group', 'All calls');
      setHeight(summary, 25);
      for (const row of all('listitem', undefined, the('list', 'Calls'))) setHeight(row, 36);
      await move('pointermove', the('button', 'Hang up erin'));
      await panel.receive(aMeeting({ ...ABLE, calls: CALLS.map(failed) }));
      expect(heights()).toEqual(Array(6).fill('36px'));
      expect([list.style.height, summary.style.height]).toEqual(['400px', '25px']);
      await move('pointerup', the('list', 'Calls'));
      await eventually(() => expect(heights()).toEqual(Array(6).fill('')));
      expect([list.style.height, summary.style.height]).toEqual(['', '']);
    });

    it('pushes nothing of the history below them away', async () => {
      await openView('Earlier');
      const summary = document.querySelector('.earlier summary');
      if (!summary) throw new Error('There is no history.');
      await move('pointermove', summary);
      await panel.receive(aMeeting({ ...ABLE, calls: [aCall('greta'), ...CALLS] }));
      expect(shown()).toHaveLength(6);
      await move('pointerleave', byId('view-dial-out'));
      expect(shown()).toHaveLength(7);
    });
  });

  it('keeps the row in which the focus is until it leaves', async () => {
    await press('button', '1 ringing');
    the('button', 'Hang up carol').focus();
    const carol = aCall('carol', { state: { name: 'joined', at } });
    await panel.receive(aMeeting({ ...ABLE, calls: [...CALLS.slice(0, 3), carol, ...CALLS.slice(4)] }));
    expect(shown()).toEqual(['carol']);
    expect(document.activeElement).toBe(the('button', 'Hang up carol'));
    the('textbox', 'Destination').focus();
    await panel.receive(aMeeting({ ...ABLE, calls: [...CALLS.slice(0, 3), carol, ...CALLS.slice(4)] }));
    expect(shown()).toEqual([]);
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

  it('keeps what was cleared of one meeting while it clears that of another', async () => {
    const clear = async () => {
      await openMenu();
      await press('button', 'Clear ended calls');
    };
    const other = aMeeting({ ...ABLE, id: 'm2', calls: [aCall('gina', { state: { name: 'left', at } })] });
    await clear();
    await show(other);
    await eventually(() => expect(shown()).toEqual(['gina']));
    await clear();
    await show(aMeeting({ ...ABLE, calls: CALLS }));
    await eventually(() => expect(shown()).toEqual(['frank', 'erin', 'dave', 'carol']));
  });

  it('clears what has ended, and brings it back', async () => {
    await openMenu();
    await press('button', 'Clear ended calls');
    await eventually(() => expect(shown()).toEqual(['frank', 'erin', 'dave', 'carol']));
    expect(panel.sent.at(-1)).toEqual({ type: 'cleared', ...IN_M1, text: 'call-bob call-alice' });
    expect(counts()).toEqual(['2 in', '1 ringing', '1 queued']);
    await openMenu();
    expect(all('button', 'Clear ended calls')).toEqual([]);
    await press('button', 'Show cleared calls');
    await eventually(() => expect(shown()).toHaveLength(6));
  });

  it('lists nothing that another panel of the meeting has cleared', async () => {
    await panel.receive(aMeeting({ ...ABLE, calls: CALLS, cleared: 'call-bob call-alice' }));
    await eventually(() => expect(shown()).toEqual(['frank', 'erin', 'dave', 'carol']));
    await panel.receive(aMeeting({ ...ABLE, calls: CALLS, cleared: '' }));
    await eventually(() => expect(shown()).toHaveLength(6));
  });
});
