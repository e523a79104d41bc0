import type { Outcome } from '../lists/result';

const outcomes: Record<Outcome, string> = {
  waiting: 'Waiting',
  calling: 'Calling…',
  joined: 'Joined',
  left: 'Joined, and left',
  'no-answer': 'No answer yet',
  unanswered: 'Ended before it was answered',
  failed: 'Failed',
  unknown: 'Outcome not known',
  'not-dialled': 'Not dialled',
};

/** What is said of lists that are dialled. */
export const LIST_WORDS = {
  lists: 'Lists',
  destinations: 'Destinations',
  destinationsHelp: 'One on each line, in any form that Destination takes.',
  presets: 'Presets',
  role: 'Role',
  roleHelp: 'Of pasted lines. Presets have their own.',
  atATime: 'At a time',
  atATimeHelp: 'The next is dialled when one has joined, failed or not answered in time.',
  dialAll: 'Dial all',
  dialCount: (count: number) => `${count} to dial`,
  nothing: 'Paste destinations or choose presets first.',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  hangUpAll: 'Hang up all',
  progress: 'Progress',
  progressText: (over: number, all: number) => `${over} of ${all}`,
  held: (seconds: number) => `The limit of calls within a minute holds the next one up for ${seconds} s.`,
  paused: 'Paused: no further calls are placed.',
  done: (good: number, all: number) => `${good} of ${all} joined.`,
  results: 'Results',
  columns: { destination: 'Destination', outcome: 'Outcome', seconds: 'Seconds' },
  outcomes,
  line: (line: number, error: string) => `Line ${line}: ${error}`,
  exportCsv: 'Save as CSV',
  exportJUnit: 'Save as JUnit XML',
  newList: 'New list',
};
