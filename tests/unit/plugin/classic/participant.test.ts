import type { InfinityParticipant } from '@pexip/plugin-api';
import { expect, it } from 'vitest';
import { PARTICIPANT_PROPERTIES, toClassicParticipant } from '../../../../plugin/classic/meeting/participant';

it('names exactly the properties that a participant is given', () => {
  const { ...given } = toClassicParticipant({ uuid: 'a' } as InfinityParticipant, new Map());
  expect(Object.keys(given).toSorted()).toEqual(PARTICIPANT_PROPERTIES.toSorted());
});
