import { describe, expect, it } from 'vitest';
import { dropped, grouped, moved } from '../../../../settings/presets/arrange';
import type { Preset } from '../../../../settings/presets/preset';

const request = { destination: 'room@example.com', protocol: 'auto', role: 'GUEST' } as const;

/** `a b:Labs c:Rooms` */
const read = (text: string): Preset[] =>
  text.split(' ').map((each) => {
    const [id = '', group] = each.split(':');
    return { id, name: id, request, ...(group && { group }) };
  });
const write = (presets: readonly Preset[]) =>
  presets.map(({ id, group }) => (group ? `${id}:${group}` : id)).join(' ');

describe('presets', () => {
  it('stand with their group, those of none first', () => {
    expect(write(grouped(read('a:X b:Y c d:X')))).toBe('c a:X d:X b:Y');
  });

  it.each([
    ['a b c', 'b', -1, 'b a c'],
    ['a b c', 'b', 1, 'a c b'],
    ['a b', 'a', -1, 'a b'],
    ['a b', 'b', 1, 'a b'],
    ['a b:X', 'a', 1, 'a:X b:X'],
    ['a b:X', 'b', -1, 'a b'],
    ['a:X b:X', 'a', -1, 'a b:X'],
    ['a:X b:Y', 'a', 1, 'a:Y b:Y'],
    ['b:Y a:X c:Y', 'c', 1, 'b:Y c:X a:X'],
    ['a', 'gone', 1, 'a'],
  ] as const)('of %s: %s moved by %i gives %s', (before, id, by, after) => {
    expect(write(moved(read(before), id, by))).toBe(after);
  });

  it.each([
    ['a b c', 'a', 'c', 'after', 'b c a'],
    ['a b c', 'c', 'a', 'before', 'c a b'],
    ['a b:X c:X', 'a', 'b', 'after', 'b:X a:X c:X'],
    ['a b:X', 'b', 'a', 'before', 'b a'],
    ['a b', 'a', 'a', 'after', 'a b'],
    ['a b', 'a', 'gone', 'after', 'a b'],
  ] as const)('of %s: %s dropped at %s, %s, gives %s', (before, id, to, side, after) => {
    expect(write(dropped(read(before), id, { id: to, side }))).toBe(after);
  });
});
