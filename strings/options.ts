import { strings } from '../locales/strings';

/** What the options page says. */
export const OPTIONS_STRINGS = strings('options', {
  title: 'External Chat options',
  dialling: 'Dialling',
  guard: 'Before a call is placed',
  presets: 'Presets',
  history: 'History',
  settings: {
    region: {
      label: 'Default country',
      help: 'Of phone numbers that are written without a country. With none, they are dialled as they stand.',
    },
    protocol: {
      label: 'Default protocol',
      help: 'For destinations that name none, in the form and in Lists. With Auto, the node’s call routing rules choose.',
    },
    role: {
      label: 'Default role',
      help: 'What the form and Lists begin with. Presets have their own.',
    },
    noAnswerSeconds: {
      label: 'No answer after (seconds)',
      help: 'From 5 to 600. A call that nobody has answered by then reads No answer yet. It goes on ringing.',
    },
    history: {
      label: 'Keep a history of calls',
      help: 'The last 200, on this machine alone, without PINs, tones and stream keys.',
    },
    perMinute: {
      label: 'Calls within a minute, at most',
      help: 'From 0 to 600. 0 sets no limit. Lists wait until the next call may be placed.',
    },
    confirmPremium: {
      label: 'Ask before premium-rate numbers',
      help: 'As far as the numbering plans tell them apart.',
    },
    confirmForeign: {
      label: 'Ask before numbers of other countries',
      help: 'Needs a default country.',
    },
    overlap: {
      label: 'Let calls overlap with a plugin that cannot tell them apart',
      help: 'Otherwise such calls wait for one another.',
    },
  },
  noCountry: 'None',
  managed: 'Set by your administrator.',
  saved: 'Saved.',
  notSaved: 'Not saved: {why}',
  outOfRange: 'Type a whole number from {min} to {max}.',
  damaged: 'Could not be read',
  damagedHelp:
    'These were stored and could not be read. They were kept as they are, and defaults are used in their place. Save a copy if you want to mend them, then remove them.',
  damagedEntry: '{of}: {why}',
  saveCopy: 'Save a copy',
  discard: 'Remove',
  policy: 'Managed policy',
  policyProblems: 'Of what your administrator has set, this could not be understood:',
  allow: 'Only these destinations may be dialled: {patterns}',
});
