/** The features about people. The second namespace has the same names for those that it knows. */
export const PERSON_ACTIONS = [
  'mute',
  'mute-video',
  'admit',
  'disconnect',
  'spotlight',
  'raise-hand',
  'set-role',
  'transfer',
  'dtmf',
  'mute-all-guests',
  'lock',
  'text-overlay',
  'disconnect-all',
] as const;

/** Those of them that aren't the name of an action. */
export const PEOPLE_REPORTS = [
  'participants',
  'self',
  'roster',
  'roster-change',
  'conference',
  'action-error',
] as const;

export const PEOPLE_FEATURES = [...PEOPLE_REPORTS, ...PERSON_ACTIONS] as const;
