import { describe, expect, it } from 'vitest';
import { appearancesOf } from '../../../../plugin/classic/plugins/item-appearances';
import { readState } from '../../../../plugin/classic/plugins/state';

const ITEM = { icon: 'a.svg#a', label: 'Move', action: 'move' };
const UNNAMED = { ...ITEM, label: null };
const looks = (state: unknown, item: typeof ITEM | typeof UNNAMED = ITEM) =>
  appearancesOf('participants', item, readState(state), ['ada', 'bob', 'eve'], 'plugin').map(
    ({ label, icon, participants }) => [label, icon, participants],
  );

describe('appearancesOf', () => {
  it.each([
    ['no state', {}, ITEM, [['Move', 'a.svg#a', undefined]]],
    ['a label for everybody', { label: 'Go' }, ITEM, [['Go', 'a.svg#a', undefined]]],
    [
      'a label for one: the others keep the item’s own',
      { bob: { label: 'Return' } },
      ITEM,
      [
        ['Move', 'a.svg#a', ['ada', 'eve']],
        ['Return', 'a.svg#a', ['bob']],
      ],
    ],
    [
      'people who look the same: one entry',
      { ada: { label: 'Mute' }, bob: { label: 'Unmute' }, eve: { label: 'Mute', icon: 'a.svg#a' } },
      ITEM,
      [
        ['Mute', 'a.svg#a', ['ada', 'eve']],
        ['Unmute', 'a.svg#a', ['bob']],
      ],
    ],
    [
      'an item without a label, meant for one',
      { bob: { label: 'Move' } },
      UNNAMED,
      [['Move', 'a.svg#a', ['bob']]],
    ],
    [
      'null for one: taken away there',
      { bob: { icon: null, label: null } },
      ITEM,
      [['Move', 'a.svg#a', ['ada', 'eve']]],
    ],
    [
      'null for everybody and a part for one',
      { ada: { label: 'Move', icon: 'b.svg#b' }, icon: null, label: null },
      ITEM,
      [['Move', 'b.svg#b', ['ada']]],
    ],
    ['null for everybody', { icon: null, label: null }, ITEM, []],
    ['somebody who is gone', { zoe: { label: 'Hello' } }, UNNAMED, []],
  ])('shows %s', (_, state, item, expected) => {
    expect(looks(state, item)).toEqual(expected);
  });

  it('ignores participants in the toolbar', () => {
    const [look] = appearancesOf(
      'toolbar',
      ITEM,
      readState({ bob: { label: 'No' }, label: 'Yes' }),
      ['bob'],
      'plugin',
    );
    expect(look).toMatchObject({ label: 'Yes' });
    expect(look).not.toHaveProperty('participants');
  });

  it.each([[undefined], [null], ['text'], [{ bob: 3, label: 4, icon: {} }]])(
    'shows the item’s own look for the state %j',
    (state) => expect(looks(state)).toEqual([['Move', 'a.svg#a', undefined]]),
  );
});
