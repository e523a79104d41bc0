import { expect, it } from 'vitest';
import { folded } from '../../../../panel/ui/folded';

it.each([
  ['José', 'jose'],
  ['GRÖẞE', 'grosse'],
  ['Größe', 'grosse'],
  ['Grösse', 'grosse'],
  ['ﬁle', 'file'],
])('a search finds %s as %s', (name, typed) => {
  expect(folded(name)).toBe(typed);
});
