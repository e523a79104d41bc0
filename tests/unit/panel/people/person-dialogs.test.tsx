// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { all, byId, press, the, type } from '../fixture';
import { acts, openMenu, openPeoplePanel, show, somebody } from './people-panel';

describe('the people', () => {
  let panel: ReturnType<typeof openPeoplePanel>;
  beforeEach(() => {
    panel = openPeoplePanel();
  });

  it('are sent tones from a keypad, and only tones', async () => {
    await show([somebody('Alice')]);
    await openMenu('More for Alice');
    await press('button', 'Send tones to Alice');
    await press('button', 'Send');
    expect(byId('person-tones-error').textContent).toBe('Enter the tones to send.');
    await type('Tones', '1x');
    await press('button', 'Send');
    expect(byId('person-tones-error').textContent).toContain('x');
    expect(acts()).toEqual([]);
    await type('Tones', '1 ');
    await press('button', 'Tone #');
    await press('button', 'Send');
    expect(acts()).toEqual([
      { name: 'dtmf', participantUuid: 'alice', digits: '1#', requestId: expect.any(String) },
    ]);
    expect(all('dialog')).toEqual([]);
  });

  it('are transferred with an alias, a role and a PIN', async () => {
    await show([somebody('Alice')]);
    await openMenu('More for Alice');
    await press('button', 'Transfer Alice');
    await press('button', 'Transfer', the('dialog', 'Transfer Alice'));
    expect(byId('person-alias-error').textContent).toBe('Enter the alias of a meeting.');
    await type('Meeting alias', ' sales ');
    await type('PIN', '12');
    await press('button', 'Transfer', the('dialog', 'Transfer Alice'));
    expect(acts()).toMatchObject([
      { name: 'transfer', participantUuid: 'alice', alias: 'sales', role: 'guest', pin: '12' },
    ]);
  });

  it('are given an overlay text, which is shown', async () => {
    await show([somebody('Alice', { overlayText: 'Room 7' })]);
    expect(byId('person-alice').textContent).toContain('Overlay text: Room 7');
    await openMenu('More for Alice');
    await press('button', 'Overlay text for Alice');
    await type('Text', '');
    await press('button', 'Apply');
    expect(acts()).toMatchObject([{ name: 'text-overlay', participantUuid: 'alice', text: '' }]);
  });

  it('are removed only after a question', async () => {
    await show([somebody('Alice')]);
    await openMenu('More for Alice');
    await press('button', 'Remove Alice');
    await press('button', 'Cancel', the('dialog', 'Remove Alice from the meeting?'));
    expect(acts()).toEqual([]);
    await openMenu('More for Alice');
    await press('button', 'Remove Alice');
    await press('button', 'Remove', the('dialog', 'Remove Alice from the meeting?'));
    expect(acts()).toMatchObject([{ name: 'disconnect', participantUuid: 'alice' }]);
  });

  it('are all disconnected only after a question', async () => {
    await show([somebody('Alice')]);
    await openMenu('More for everyone');
    await press('button', 'Disconnect everyone');
    expect(acts()).toEqual([]);
    await press('button', 'Disconnect', the('dialog', 'Disconnect everyone?'));
    expect(acts()).toMatchObject([{ name: 'disconnect-all' }]);
  });

  it('who leave while something is asked about them take the question with them', async () => {
    await show([somebody('Alice'), somebody('Bob')]);
    await openMenu('More for Alice');
    await press('button', 'Remove Alice');
    await panel.receivePeople({ meeting: 'm1', isWhole: false, set: [], gone: ['alice'] });
    the('dialog', 'Alice is no longer in the meeting.');
    expect(all('button', 'Remove')).toEqual([]);
  });
});
