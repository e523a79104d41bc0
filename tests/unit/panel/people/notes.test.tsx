// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { all, byId, IN_M1, pass, press, spoken, the } from '../fixture';
import { acts, meetingOf, openPeoplePanel, pending, show, somebody } from './people-panel';

describe('the people', () => {
  let panel: ReturnType<typeof openPeoplePanel>;
  beforeEach(() => {
    panel = openPeoplePanel();
  });

  describe('after a press', () => {
    const alice = somebody('Alice');
    const mute = { name: 'mute', participantUuid: 'alice', muted: true };
    const note = () => byId('person-alice').querySelector('.person-note')?.textContent;

    it('show that it is under way, until the roster confirms it or too long', async () => {
      await show([alice], { actions: [pending(mute)] });
      expect(note()).toBe('In progress: Mute');
      expect(all('button', 'Mute Alice')).toHaveLength(1);
      await pass(11);
      expect(note()).toContain('Not confirmed: Mute');
      await panel.receive(meetingOf([alice], { actions: [] }));
      expect(note()).toBeUndefined();
    });

    it('show a refusal in the node’s words, say it once, and forget it when it was read', async () => {
      await show([alice], { actions: [pending(mute, { error: 'not now' })] });
      expect(note()).toContain('Not done: Mute. not now');
      expect(spoken()).toEqual(['Alice: Not done: Mute. not now']);
      await press('button', 'Dismiss the message about Alice');
      expect(panel.sent.at(-1)).toEqual({ type: 'dismiss', ...IN_M1, requestId: 'r1' });
    });

    it('show what is about everybody above the lists', async () => {
      await show([alice], { actions: [pending({ name: 'lock', locked: true }, { error: 'no' })] });
      expect(the('region', 'People').textContent).toContain('Not done: Lock. no');
    });

    it('say of tones that they are on their way, and nothing afterwards', async () => {
      await show([alice], { actions: [pending({ name: 'dtmf', participantUuid: 'alice', digits: '1' })] });
      expect(note()).toBe('In progress: Send tones');
      await pass(3);
      expect(note()).toBeUndefined();
    });

    it('say that nothing was done where the meeting was another by then', async () => {
      await show([alice]);
      await press('button', 'Mute Alice');
      const [action] = acts();
      await panel.sayWith({ refused: [action?.requestId ?? ''] }, meetingOf([alice]));
      expect(note()).toContain('You left the meeting, or it was reloaded.');
      await press('button', 'Dismiss the message about Alice');
      expect(note()).toBeUndefined();
    });
  });
});
