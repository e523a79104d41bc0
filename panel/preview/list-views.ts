import type { PreviewStep, PreviewView } from './preview-view';
import { at } from './steps-to-view';

const LINES = 'alice@example.com\n+47 22 33 44 55\nhttps://meet.google.com/abc';
const PREMIUM = Array.from({ length: 60 }, (_, at) => `+47 829 00 0${at + 10}`).join('\n');
const LISTS = '.lists form';
const HANG_UP_ALL = '.run-actions button:first-of-type';
const RUN: PreviewStep[] = [
  ['fill', '#list-lines', LINES],
  ['click', `${LISTS} button[type="submit"]`],
  ['wait', 'table'],
];
const STOP: PreviewStep[] = [
  // The first call is there.
  ['wait', `${HANG_UP_ALL}:not(:disabled)`],
  ['click', '.run-actions .with-room + button'],
  ['wait', '.save-results'],
];

/** Every state of Many, and of what is said of a list elsewhere. */
export const LIST_VIEWS: readonly PreviewView[] = [
  {
    name: 'asked-about-many',
    state: 'ready',
    steps: [
      ['click', '#tab-many'],
      ['wait', '#view-many > *'],
      ['fill', '#list-lines', PREMIUM],
      ['click', `${LISTS} button[type="submit"]`],
      ['wait', 'dialog[open]'],
    ],
  },
  { name: 'lists', state: 'ready', steps: at('many', ['fill', '#list-lines', LINES]) },
  {
    name: 'lists-many-presets',
    state: 'ready',
    stored: 'presets',
    steps: at('many', ['fill', '#list-lines', LINES]),
  },
  { name: 'list-run', state: 'ready', steps: at('many', ...RUN) },
  { name: 'list-stopped', state: 'errors', steps: at('many', ...RUN, ...STOP) },
  {
    name: 'list-results',
    state: 'errors',
    steps: at('many', ...RUN, ...STOP, ['click', HANG_UP_ALL], ['click', '.save-results summary']),
  },
  { name: 'interrupted', state: 'ready', stored: 'interrupted', steps: [['wait', '.site-notice']] },
  { name: 'list-interrupted', state: 'ready', stored: 'interrupted', steps: at('many', ['wait', 'table']) },
];
