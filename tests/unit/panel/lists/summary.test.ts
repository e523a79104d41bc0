import { describe, expect, it } from 'vitest';
import { summaryOf, withoutRepeats } from '../../../../panel/lists/summary';
import { reportAsJUnit } from '../../../../panel/state/call-report';
import type { DialRequest } from '../../../../protocol/dial-fields';
import { brief, read } from './read-lines';

const allowed = () => undefined;

describe('what would come of a list', () => {
  it('is counted before anything is dialed: dialed, not dialed, repeated', async () => {
    const good = Array.from({ length: 22 }, (_, index) => `room${index}@example.com`);
    const targets = await read(
      ...good,
      'sip:room1@example.com',
      'Room 7, room7@example.com',
      'room7@example.com',
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
      'alice@',
      '2024-11-28',
    );
    const { text, details, repeated } = summaryOf(targets, allowed);
    expect(text).toBe('25 will be dialed, 3 can’t be dialed, 2 are repeats');
    expect(repeated).toBe(2);
    expect(details.map((line) => line.match(/^Line (\d+)/)?.[1])).toEqual(['26', '27', '28']);
  });

  it('has a repeat of another protocol, role or tones as a call of its own', async () => {
    const targets = await read(
      'sip:a@x',
      'h323:a@x',
      'a@x',
      'a@x',
      '+47 22 33 44 55,,1',
      '+47 22 33 44 55,,2',
    );
    expect(withoutRepeats(targets)).toHaveLength(5);
  });

  it('dials each once where that is wanted, and keeps what cannot be dialed', async () => {
    const targets = await read('b@x', 'a@x', '@', 'Bea <b@x>', '@', 'c@x');
    expect(brief(withoutRepeats(targets))).toEqual(['b@x → b@x', 'a@x → a@x', '✗ @', '✗ @', 'c@x → c@x']);
  });

  it('counts what the administrator refuses among those that cannot be dialed', async () => {
    const refusal = ({ destination }: DialRequest) =>
      destination.endsWith('@x') ? undefined : 'Not allowed.';
    const { text, details } = summaryOf(await read('a@x', 'a@y'), refusal);
    expect(text).toBe('1 will be dialed, 1 can’t be dialed');
    expect(details).toEqual(['Line 2: a@y: Not allowed.']);
  });

  it('is shown in JUnit with a name for each, repeats too', async () => {
    const targets = await read('a@x', 'a@x', 'a@x (2)', 'a@x');
    const rows = targets.map((target) => ({ target, result: { outcome: 'joined' as const, seconds: 1 } }));
    const names = [...reportAsJUnit(rows, new Date(0)).matchAll(/ name="([^"]*)" time/g)].map(
      ([, name]) => name,
    );
    expect(names.length).toBe(4);
    expect(new Set(names).size).toBe(4);
  });
});
