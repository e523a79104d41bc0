import { expect, it } from 'vitest';
import { parsePeerPeople } from '../../../protocol/panel';
import { parsePluginMessage } from '../../../protocol/parse-plugin-message';
import { PERSON_ACTIONS } from '../../../protocol/people-features';
import { personActions } from '../../../protocol/person-actions';
import { DIALECTS } from '../../../protocol/wire';

it('has a feature for each action', () => {
  expect([...PERSON_ACTIONS].toSorted()).toEqual(Object.keys(personActions).toSorted());
});

it('reads a roster of either namespace, whatever is wrong with a field that is only shown', () => {
  for (const prefix of Object.values(DIALECTS)) {
    const read = parsePluginMessage({
      action: `${prefix}roster`,
      participants: [
        { uuid: 'u1', displayName: 7, isMuted: 'yes', raisedHand: true, can: { mute: true, fly: true } },
      ],
    });
    expect(read.ok && read.message).toEqual({
      name: 'roster',
      participants: [{ uuid: 'u1', raisedHand: true, can: { mute: true } }],
    });
  }
});

it('reads people that a peer sends, and nothing else', () => {
  const people = { type: 'people', meeting: 'meeting-1', isWhole: true, set: [], gone: [] };
  expect(parsePeerPeople(people)).toBe(people);
  expect(parsePeerPeople({ ...people, type: 'state' })).toBeUndefined();
  expect(parsePeerPeople({ ...people, gone: undefined })).toBeUndefined();
  expect(parsePeerPeople(null)).toBeUndefined();
});
