import { readFileSync } from 'node:fs';
import type { InfinityParticipant } from '@pexip/plugin-api';
import { expect, it } from 'vitest';
import { afterActivities } from '../../../../plugin/classic/meeting/activities';

const person = (uuid: string, isMuted = false) => ({ uuid, isMuted }) as InfinityParticipant;
const BOTH = [person('a'), person('b')];

it.each(['type', 'activity'])('follows joins, changes and leaves that come in the field %s', (field) => {
  const change = (kind: number, participant: InfinityParticipant) => ({
    activity: { [field]: kind, participant },
  });
  expect(afterActivities([], [change(0, person('a'))])).toEqual([person('a')]);
  expect(afterActivities(BOTH, [change(2, person('b', true))])).toEqual([person('a'), person('b', true)]);
  expect(afterActivities(BOTH, [change(1, person('a'))])).toEqual([person('b')]);
});

it('uses the number that Pexip’s package has for a leave', () => {
  const enums = readFileSync('node_modules/@pexip/plugin-api/dist/types.d.ts', 'utf8');
  expect(enums).toMatch(/Leave = 1\b/);
});
