import type { PreviewStep, PreviewView } from './preview-view';

const DIAL = '.dial-out form';
const HISTORY: PreviewStep[] = [
  ['click', '.earlier summary'],
  ['wait', '.earlier .history'],
];

/** Every state of Dial out but those of lists. */
export const DIAL_PREVIEWS: readonly PreviewView[] = [
  { name: 'no-meeting', state: 'no-meeting' },
  { name: 'waiting', state: 'waiting' },
  { name: 'ready', state: 'ready' },
  { name: 'first-day', state: 'ready', stored: 'nothing' },
  { name: 'several-meetings', state: 'several' },
  {
    name: 'suggestions',
    state: 'ready',
    steps: [
      ['fill', '#dial-destination', 'e'],
      ['wait', '.suggestions'],
    ],
  },
  { name: 'calls', state: 'calls', steps: [['fill', '#dial-destination', '33 44 55 66']] },
  { name: 'calls-in-turn', state: 'turns' },
  { name: 'calls-contested', state: 'contested', steps: [['wait', '.site-notice']] },
  {
    name: 'refused',
    state: 'errors',
    steps: [
      ['click', `${DIAL} button.primary`],
      ['wait', '.error'],
    ],
  },
  {
    name: 'more-options',
    state: 'ready',
    steps: [
      ['click', `${DIAL} .more-options summary`],
      ['fill', '#dial-dtmf_sequence', 'xyz'],
      ['fill', '#dial-destination', 'rtmp://live.example.com/app/key'],
    ],
  },
  {
    name: 'request-body',
    state: 'ready',
    steps: [
      ['fill', '#dial-destination', 'alice@example.com'],
      ['click', `${DIAL} .request-body summary`],
      ['wait', `${DIAL} textarea`],
    ],
  },
  {
    name: 'asked-first',
    state: 'ready',
    steps: [
      ['fill', '#dial-destination', '+47 829 00 000'],
      ['click', `${DIAL} button.primary`],
      ['wait', 'dialog[open]'],
    ],
  },
  {
    name: 'presets',
    state: 'ready',
    steps: [
      ['click', '.presets .heading button'],
      ['wait', '.presets li'],
    ],
  },
  { name: 'history', state: 'ready', steps: [...HISTORY, ['wait', '.history li']] },
  { name: 'history-empty', state: 'ready', stored: 'nothing', steps: HISTORY },
];
