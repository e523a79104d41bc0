/** The features about people. The second namespace has the same names for those that it knows. */
export const ACTIONS = [
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

export const PEOPLE_FEATURES = [
  'participants',
  'self',
  'roster',
  'roster-change',
  'conference',
  'action-error',
  ...ACTIONS,
] as const;
