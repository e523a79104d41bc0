// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { all, press, the } from '../fixture';
import { acts, meetingOf, openPeoplePanel, pending, show, somebody } from './people-panel';

describe('the people', () => {
  let panel: ReturnType<typeof openPeoplePanel>;
  beforeEach(() => {
    panel = openPeoplePanel();
  });

  it('who wait are all admitted by one button', async () => {
    await show([somebody('One', { isWaiting: true }), somebody('Two', { isWaiting: true })]);
    await press('button', 'Admit all');
    expect(acts()).toMatchObject([
      { name: 'admit', participantUuid: 'one' },
      { name: 'admit', participantUuid: 'two' },
    ]);
  });

  describe('who wait in great numbers', () => {
    const lobby = Array.from({ length: 40 }, (_, at) => somebody(`Person ${at}`, { isWaiting: true }));
    const isIn = (from: number, to: number) =>
      panel.receivePeople({
        meeting: 'm1',
        isWhole: false,
        set: lobby.slice(from, to).map((person) => ({ ...person, isWaiting: false })),
        gone: [],
      });

    it('are admitted in steps, also behind another tab', async () => {
      await show(lobby);
      await press('button', 'Admit all');
      expect(acts()).toHaveLength(16);
      expect(the('region', 'People').textContent).toContain('24 left');
      await press('button', 'Admit all');
      expect(acts()).toHaveLength(16);
      await press('tab', 'Chat');
      await isIn(0, 3);
      expect(acts()).toHaveLength(19);
      await isIn(3, 16);
      await isIn(16, 32);
      expect(acts()).toMatchObject(lobby.map(({ uuid }) => ({ name: 'admit', participantUuid: uuid })));
    });

    it('are stopped by a button of a line of its own, behind the one that has begun', async () => {
      await show(lobby);
      await press('button', 'Admit all');
      const [begin, stop] = [the('button', 'Admit all'), the('button', 'Stop admitting')];
      expect(begin.nextElementSibling?.contains(stop)).toBe(true);
    });

    it('stay where they are once it is stopped', async () => {
      await show(lobby);
      await press('button', 'Admit all');
      await press('button', 'Stop admitting');
      await isIn(0, 16);
      expect(acts()).toHaveLength(16);
      expect(all('button', 'Stop admitting')).toEqual([]);
    });

    it('are asked for no longer once as many were refused, and each refusal is shown', async () => {
      await show(lobby);
      await press('button', 'Admit all');
      const refused = acts().map((action) => pending(action, { error: 'no' }));
      await panel.receive(meetingOf(lobby, { actions: refused.slice(0, 4) }));
      expect(acts()).toHaveLength(20);
      await panel.receive(meetingOf(lobby, { actions: refused }));
      expect(acts()).toHaveLength(20);
      expect(all('button', 'Stop admitting')).toEqual([]);
      expect(document.querySelectorAll('.person-note')).toHaveLength(16);
    });

    it('of another load of the meeting are not asked for', async () => {
      await show(lobby);
      await press('button', 'Admit all');
      await panel.receive(meetingOf(lobby, { load: 1 }));
      await isIn(0, 16);
      expect(acts()).toHaveLength(16);
    });
  });
});
