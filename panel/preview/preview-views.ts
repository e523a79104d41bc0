import { PAGE_VIEWS } from './page-views';
import type { PreviewStep, PreviewView } from './preview-view';

const LINES = 'alice@example.com\n+47 22 33 44 55\nhttps://meet.google.com/abc';
const PREMIUM = Array.from({ length: 60 }, (_, at) => `+47 829 00 0${at + 10}`).join('\n');
const DIAL = '.dial-out form';
const LISTS = '.lists form';
const MENU: PreviewStep[] = [
  ['click', '.more-menu summary'],
  // What is to be said of the site comes last.
  ['wait', '.more-items [role="status"]'],
];

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

/** Fails at its fourth step: nobody shows the badge. */
const SCENARIO = JSON.stringify({
  version: 1,
  name: 'A call with a very long name for its scenario, in more than one line',
  steps: [
    { name: 'The plugin is in the meeting', do: 'expect-status', status: 'in-meeting' },
    { name: 'The Chat button is turned on', do: 'set-chat', active: true },
    { name: 'It is on', do: 'expect-chat', active: true },
    { name: 'The badge is shown by somebody else', do: 'expect-badge', visible: true, within: 0.1 },
    { name: 'The badge is hidden again', do: 'set-badge', visible: false },
  ],
});

/** The steps to each view of the panel, as its elements' ids end. */
const WAYS = {
  people: ['people'],
  chat: ['chat'],
  many: ['dial-out', 'many'],
  log: ['testing', 'log'],
  tests: ['testing', 'tests'],
} as const;

const at = (view: keyof typeof WAYS, ...steps: PreviewStep[]): PreviewStep[] => [
  ...WAYS[view].map((tab): PreviewStep => ['click', `#tab-${tab}`]),
  ['wait', `#view-${view} > *`],
  ...steps,
];

const HISTORY: PreviewStep[] = [
  ['click', '.earlier summary'],
  ['wait', '.earlier .history'],
];

/**
 * Every state that the panel and the options are designed for. Pictures are drawn of them, and each is held
 * to the rules of accessibility: a new state of the panel is added here.
 */
export const PREVIEW_VIEWS: readonly PreviewView[] = [
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
  { name: 'menu', state: 'ready', steps: MENU },
  { name: 'menu-first-day', state: 'ready', stored: 'nothing', steps: MENU },
  {
    name: 'menu-added',
    state: 'several',
    stored: 'nothing',
    steps: [
      ...MENU,
      ['click', '.more-items button:last-of-type'],
      ['wait', '.more-items [role="status"]:not(:empty)'],
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
  {
    name: 'presets',
    state: 'ready',
    steps: [
      ['click', '.presets .heading button'],
      ['wait', '.presets li'],
    ],
  },
  { name: 'people', state: 'people', steps: at('people', ['wait', '.person']) },
  {
    name: 'people-menu',
    state: 'people',
    steps: at(
      'people',
      ['click', '#person-alice .person-more'],
      ['wait', '#person-alice .person-menu button'],
    ),
  },
  ...[
    { name: 'tones', at: 4 },
    { name: 'transfer', at: 5 },
    { name: 'overlay', at: 6 },
    { name: 'remove', at: 7 },
  ].map(
    ({ name, at: position }): PreviewView => ({
      name: `people-${name}`,
      state: 'people',
      steps: at(
        'people',
        ['click', '#person-alice .person-more'],
        ['click', `#person-alice .person-menu button:nth-child(${position})`],
        ['wait', 'dialog[open]'],
      ),
    }),
  ),
  {
    name: 'people-everyone',
    state: 'people',
    steps: at(
      'people',
      ['click', '.for-all .person-more'],
      ['click', '.for-all .person-menu button'],
      ['wait', 'dialog[open]'],
    ),
  },
  { name: 'people-crowd', state: 'crowd', steps: at('people', ['wait', '.person']) },
  { name: 'people-none', state: 'no-meeting', steps: at('people') },
  { name: 'people-unsupported', state: 'ready', steps: at('people') },
  { name: 'chat', state: 'chat', steps: at('chat') },
  { name: 'chat-empty', state: 'ready', steps: at('chat') },
  { name: 'chat-no-meeting', state: 'no-meeting', steps: at('chat') },
  {
    name: 'chat-unreachable',
    state: 'chat',
    stored: 'trouble',
    steps: at('chat', ['wait', '.frame-trouble']),
  },
  { name: 'chat-wrong', state: 'chat', stored: 'damaged', steps: at('chat', ['wait', '.which-chat']) },
  { name: 'chat-without-messages', state: 'errors', steps: at('chat') },
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
  { name: 'chat-several', state: 'several', steps: at('chat') },
  { name: 'interrupted', state: 'ready', stored: 'interrupted', steps: [['wait', '.site-notice']] },
  { name: 'list-interrupted', state: 'ready', stored: 'interrupted', steps: at('many', ['wait', 'table']) },
  { name: 'history', state: 'ready', steps: [...HISTORY, ['wait', '.history li']] },
  { name: 'history-empty', state: 'ready', stored: 'nothing', steps: HISTORY },
  { name: 'log', state: 'calls', steps: at('log', ['wait', '#log-search']) },
  { name: 'log-empty', state: 'no-meeting', steps: at('log', ['wait', '#log-search']) },
  { name: 'scenario', state: 'ready', steps: at('tests', ['wait', '#scenario-choice']) },
  {
    name: 'scenario-wrong',
    state: 'ready',
    steps: at('tests', ['select', '#scenario-choice', 'own'], ['fill', '#scenario-text', '{"version": 2}']),
  },
  {
    name: 'scenario-run',
    state: 'calls',
    steps: at(
      'tests',
      ['select', '#scenario-choice', 'own'],
      ['fill', '#scenario-text', SCENARIO],
      ['click', '.scenarios button[type="submit"]'],
      ['wait', '.scenario-report[data-state="failed"]'],
    ),
  },
  {
    name: 'diagnostics',
    state: 'errors',
    steps: at('tests', ['click', '.diagnostics button'], ['wait', '.finding']),
  },
  {
    name: 'diagnostics-no-meeting',
    state: 'no-meeting',
    steps: at('tests', ['click', '.diagnostics button'], ['wait', '.finding']),
  },
  { name: 'dock', state: 'dock', steps: [['wait', '.dock-button']] },
  { name: 'dock-left', state: 'dock-left', steps: [['wait', '.dock-button']] },
  { name: 'dock-inert', state: 'dock-inert', steps: [['wait', '.dock-inert']] },
  {
    name: 'dock-refused',
    state: 'dock-refused',
    steps: [
      ['click', '.dock-button'],
      ['wait', '.dock-refused'],
    ],
  },
  { name: 'dock-typed-pin', state: 'dock-typed-pin', steps: [['wait', '.dock-typed-pin']] },
  { name: 'dock-updated', state: 'dock-updated', steps: [['wait', '.dock-updated']] },
  ...PAGE_VIEWS,
];
