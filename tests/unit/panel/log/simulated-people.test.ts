import { describe, expect, it } from 'vitest';
import { simulatePeople } from '../../../../panel/log/simulated-people';
import type { HostMessage, PluginMessage } from '../../../../protocol/messages';
import { parsePluginMessage } from '../../../../protocol/parse-plugin-message';
import { PREFIX } from '../../../../protocol/wire';

function simulate(count: number) {
  const sent: PluginMessage[] = [];
  const people = simulatePeople(count, (message) => void sent.push(message));
  people.report();
  const roster = () => {
    const last = sent.findLast(({ name }) => name === 'roster');
    return last?.name === 'roster' ? last.participants : [];
  };
  const person = (uuid: string) => roster().find((each) => each.uuid === uuid);
  return { sent, roster, person, ask: (message: HostMessage) => people.receive(message) };
}

const ANYBODY = 'simulated-2';

describe('the people of a simulated meeting', () => {
  it.each([0, 1, 10, 5000])('are %i, in messages that a host page accepts', (count) => {
    const { sent, roster } = simulate(count);
    for (const { name, ...payload } of sent) {
      expect(parsePluginMessage({ action: PREFIX + name, ...payload })).toMatchObject({ ok: true });
    }
    expect(roster()).toHaveLength(count);
    expect(new Set(roster().map(({ uuid }) => uuid)).size).toBe(count);
  });

  it.each<[HostMessage, object]>([
    [{ name: 'mute', participantUuid: ANYBODY, muted: false }, { isMuted: false }],
    [{ name: 'mute-video', participantUuid: ANYBODY, muted: true }, { isCameraMuted: true }],
    [{ name: 'spotlight', participantUuid: ANYBODY, active: true }, { isSpotlight: true }],
    [{ name: 'raise-hand', participantUuid: ANYBODY, raised: true }, { raisedHand: true }],
    [{ name: 'set-role', participantUuid: ANYBODY, role: 'host' }, { isHost: true }],
    [{ name: 'text-overlay', participantUuid: ANYBODY, text: 'Room 7' }, { overlayText: 'Room 7' }],
    [{ name: 'mute-all-guests', muted: true }, { isMuted: true }],
  ])('show the effect of %o', (message, effect) => {
    const { ask, person } = simulate(5);
    ask(message);
    expect(person(ANYBODY)).toMatchObject(effect);
  });

  it('are admitted, removed and transferred', () => {
    const { ask, roster, person } = simulate(5);
    expect(person('simulated-4')?.isWaiting).toBe(true);
    ask({ name: 'admit', participantUuid: 'simulated-4' });
    expect(person('simulated-4')?.isWaiting).toBe(false);
    ask({ name: 'disconnect', participantUuid: 'simulated-4' });
    ask({ name: 'transfer', participantUuid: ANYBODY, alias: 'other' });
    expect(roster().map(({ uuid }) => uuid)).toEqual(['simulated-1', 'simulated-3', 'simulated-5']);
  });

  it('include the user, who mutes themselves without being named', () => {
    const { ask, sent } = simulate(2);
    ask({ name: 'mute', muted: true });
    expect(sent.findLast(({ name }) => name === 'self')).toMatchObject({ micMuted: true });
  });

  it('are reported by changes alone to a page that wants that', () => {
    const { ask, sent } = simulate(1000);
    ask({ name: 'hello', wants: ['roster-change'] });
    const before = sent.length;
    ask({ name: 'mute', participantUuid: ANYBODY, muted: false });
    expect(sent.slice(before)).toMatchObject([
      { name: 'roster-change', updated: [{ uuid: ANYBODY }], left: [] },
    ]);
  });

  it('are refused with the id of the request where nobody is meant', () => {
    const { ask, sent } = simulate(1);
    ask({ name: 'admit', participantUuid: 'nobody', requestId: 'r1' });
    expect(sent.at(-1)).toMatchObject({ name: 'action-error', requestId: 'r1', participantUuid: 'nobody' });
  });

  it('are locked in, and all gone at the end', () => {
    const { ask, sent, roster } = simulate(3);
    ask({ name: 'lock', locked: true });
    expect(sent.at(-1)).toMatchObject({ name: 'conference', locked: true });
    ask({ name: 'disconnect-all' });
    expect(sent.at(-1)).toEqual({ name: 'disconnected' });
    ask({ name: 'hello' });
    expect(roster()).toEqual([]);
  });
});
