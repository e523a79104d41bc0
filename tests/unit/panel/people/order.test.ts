import { describe, expect, it } from 'vitest';
import { heldOrder, keepPlaces, orderOf } from '../../../../panel/people/order';
import { edgesOf, peopleSpanOf, USUAL_ROW, WHOLE } from '../../../../panel/people/span';
import { folded } from '../../../../panel/ui/folded';
import type { Participant } from '../../../../protocol/people';

const at = (uuid: string, joinedAt?: number, over: Partial<Participant> = {}): Participant => ({
  uuid,
  joinedAt,
  ...over,
});

describe('the order of people', () => {
  it('puts raised hands first by time, then the user, then who joined last', () => {
    const people = [
      at('me', 1),
      at('early', 2),
      at('second', 3, { raisedHand: true, raisedAt: 20 }),
      at('late', 9),
      at('first', 4, { raisedHand: true, raisedAt: 10 }),
    ];
    expect(orderOf(people, 'me').present).toEqual(['first', 'second', 'me', 'late', 'early']);
    expect(orderOf(people, undefined).present).toEqual(['first', 'second', 'late', 'early', 'me']);
  });

  it('counts who still rings as the latest, and without times goes by the order of the reports', () => {
    expect(orderOf([at('ringing'), at('joined', 5)], '').present).toEqual(['ringing', 'joined']);
    expect(orderOf([at('one'), at('two'), at('three')], '').present).toEqual(['three', 'two', 'one']);
    const raised = [at('one', 1, { raisedHand: true }), at('two', 2, { raisedHand: true })];
    expect(orderOf(raised, '').present).toEqual(['one', 'two']);
  });

  it('lists who waits apart, the longest first', () => {
    const people = [
      at('new', 9, { isWaiting: true }),
      at('in', 3),
      at('old', 2, { isWaiting: true, raisedHand: true }),
    ];
    expect(orderOf(people, '')).toEqual({ waiting: ['old', 'new'], present: ['in'] });
  });

  it('moves nobody under a moving pointer', () => {
    const before = { waiting: ['w1'], present: ['a', 'b', 'c'] };
    const after = { waiting: ['w0', 'w1'], present: ['new', 'c', 'a'] };
    expect(heldOrder(before, after)).toEqual({ waiting: ['w1'], present: ['a', 'b', 'c', 'new'] });
    expect(heldOrder({ waiting: [], present: ['a'] }, after).waiting).toEqual([]);
  });

  it('keeps the places of those who have left, wherever they stood', () => {
    expect(keepPlaces(['a', 'b', 'c', 'd'], ['c'])).toEqual(['a', 'b', 'c', 'd']);
    expect(keepPlaces(['a', 'b'], [])).toEqual(['a', 'b']);
    expect(keepPlaces(['a', 'b'], ['new', 'a', 'b'])).toEqual(['new', 'a', 'b']);
    expect(keepPlaces(['a', 'b', 'c'], ['new', 'a', 'c'])).toEqual(['new', 'a', 'b', 'c']);
  });

  it('finds names without their accents and capitals', () => {
    expect(folded('JOSÉ Ångström')).toBe('jose angstrom');
  });
});

describe('the rows of a long list', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => String(index));

  it('are all drawn up to a length', () => {
    const few = ids.slice(0, WHOLE);
    expect(peopleSpanOf(few, new Map(), { top: 5000, height: 10 })).toMatchObject({ first: 0, end: WHOLE });
  });

  it('are drawn where they are in sight, the others keep their room', () => {
    const span = peopleSpanOf(ids, new Map(), { top: 500 * USUAL_ROW, height: 10 * USUAL_ROW });
    expect(span.first).toBeGreaterThan(480);
    expect(span.first).toBeLessThanOrEqual(500);
    expect(span.end).toBeGreaterThan(510);
    expect(span.end).toBeLessThan(530);
    const drawn = (span.end - span.first) * USUAL_ROW;
    expect(span.before + drawn + span.after).toBe(1000 * USUAL_ROW);
  });

  it('are placed by their own heights', () => {
    const heights = new Map([
      ['0', 100],
      ['1', 20],
    ]);
    expect(edgesOf(['0', '1', '2'], heights)).toEqual([0, 100, 120, 120 + USUAL_ROW]);
  });

  it('are drawn at either end without a gap', () => {
    const height = 10 * USUAL_ROW;
    expect(peopleSpanOf(ids, new Map(), { top: -200, height })).toMatchObject({ first: 0, before: 0 });
    expect(peopleSpanOf(ids, new Map(), { top: 1000 * USUAL_ROW - height, height })).toMatchObject({
      end: 1000,
      after: 0,
    });
  });
});
