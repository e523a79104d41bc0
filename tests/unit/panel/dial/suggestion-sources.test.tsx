// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, SETTINGS } from '../../../../settings/settings';
import { aCall, aMeeting, eventually, IN_M1, START, the, type, value } from '../fixture';
import { ALL_ANNA, ANNA, earlier, field, history, key, open, preset, sees } from './open-suggestions';

describe('a suggestion', () => {
  it('shows no secret, and a preset with one is dialed with it', async () => {
    const { sent } = await open({
      sync: {
        ...preset('Board', 0, { destination: 'board**4711@a.example', dtmf_sequence: '4711#' }),
        ...preset('bo-x**4712@a.example', 1, { destination: 'bo-x**4712@a.example' }),
      },
    });
    await type('Destination', 'bo');
    await sees('Boardboard@a.examplePreset', 'bo-x@a.examplePreset');
    await type('Destination', '471');
    await sees();
    await type('Destination', 'board');
    await sees('Boardboard@a.examplePreset');
    await key('ArrowDown');
    await key('Enter');
    the<HTMLFormElement>('form', 'Dial out').requestSubmit();
    await eventually(() =>
      expect(sent).toMatchObject([
        { request: { destination: 'board**4711@a.example', dtmf_sequence: '4711#' } },
      ]),
    );
  });

  it('of an earlier call whose PIN was not saved says so when it is chosen', async () => {
    await open({ local: history(earlier('room@a.example', { removed: true })) });
    await type('Destination', 'room');
    await sees('room@a.exampleEarlier');
    await key('ArrowDown');
    await key('Enter');
    expect(value('textbox', 'Destination')).toBe('room@a.example');
    expect(document.getElementById('dial-notice')?.textContent).toContain('weren’t saved');
  });

  it('comes once, from the nearest source, and after the others if it failed', async () => {
    await open({
      sync: preset('One', 0, { destination: 'one@a.example' }),
      local: history(
        earlier('one@a.example'),
        earlier('lost@a.example', { outcome: 'failed', message: 'No' }),
        earlier('two@a.example'),
        earlier('two@a.example', { id: 'again' }),
      ),
    });
    await type('Destination', '@a');
    await sees('Oneone@a.examplePreset', 'two@a.exampleEarlier', 'lost@a.exampleEarlier');
  });

  it('leaves the history out where it is turned off', async () => {
    const off = { version: SETTINGS.version, value: { ...DEFAULT_SETTINGS, history: false } };
    await open({ ...ANNA, local: { ...ANNA.local, [SETTINGS.key]: off } });
    await type('Destination', 'anna');
    await sees(...ALL_ANNA.slice(0, 2));
  });

  it('finds somebody in the meeting by name, if a call from here leads to them', async () => {
    const panel = await open();
    await panel.receive(
      aMeeting({
        people: { total: 1, waiting: 0, raised: 0 },
        calls: [aCall('4722334455', { uuid: 'u1', state: { name: 'joined', at: START } })],
      }),
    );
    await type('Destination', 'carol');
    await eventually(() =>
      expect(panel.sent).toContainEqual({ type: 'follow-people', ...IN_M1, on: true, shown: false }),
    );
    await panel.receivePeople({
      ...IN_M1,
      isWhole: true,
      set: [
        { uuid: 'u1', displayName: 'Carol' },
        { uuid: 'u2', displayName: 'Carol Two' },
      ],
      gone: [],
    });
    await sees('Carol4722334455This meeting');
    field().blur();
    await eventually(() =>
      expect(panel.sent.at(-1)).toEqual({ type: 'follow-people', ...IN_M1, on: false, shown: false }),
    );
  });
});
