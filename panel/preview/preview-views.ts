/** What is done before a view is looked at: selectors, and the text for a field, or of a file for it. */
export type PreviewStep = ['click' | 'wait', string] | ['fill' | 'select' | 'file', string, string];

/** A state of the panel or of a page, reached on the panel's page without an extension. */
export type PreviewView = {
  name: string;
  /** One of the states of preview.tsx. */
  state: string;
  /** Initial state: first run, managed by policy, or with damaged data. */
  stored?: 'nothing' | 'managed' | 'damaged';
  steps?: readonly PreviewStep[];
};

const LINES = 'alice@example.com\n+47 22 33 44 55\nhttps://meet.google.com/abc';
const DIAL = '.dial-out form';
const LISTS = '.lists form';
const MENU: PreviewStep[] = [
  ['click', '.more-menu summary'],
  // What is to be said of the site comes last.
  ['wait', '.more-items [role="status"]'],
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

/**
 * An import with one change of each kind, plus sites that need permission.
 */
const SETTINGS_FILE = JSON.stringify({
  format: 'external-chat-settings',
  version: 1,
  value: {
    sites: {
      version: 1,
      value: [
        'https://portal.example.com',
        'https://a-meeting-portal.engineering.building-seven.example.com',
      ],
    },
    'watched-sites': { version: 1, value: ['https://portal.example.com:8443'] },
    chat: {
      version: 1,
      value: {
        place: 'panel',
        displayName: '',
        chats: [
          { site: '*', url: 'https://chat.example.com/channel/{alias}?layout=embedded&from={pageOrigin}' },
        ],
      },
    },
    settings: {
      version: 1,
      value: {
        region: 'DE',
        noAnswerSeconds: 60,
        history: false,
        perMinute: 5,
        confirmPremium: true,
        confirmForeign: false,
        overlap: false,
      },
    },
    presets: [
      {
        id: '0',
        version: 1,
        name: 'Alice',
        request: { destination: 'sip:alice@example.com', role: 'HOST', protocol: 'sip' },
      },
      {
        version: 1,
        name: 'Interpreter',
        request: { destination: 'interpreter@example.com', role: 'GUEST', protocol: 'auto' },
      },
    ],
  },
});

const WRONG_SETTINGS_FILE = SETTINGS_FILE.replace('"region":"DE"', '"region":"Germany"')
  .replace('"perMinute":5', '"perMinute":"5"')
  .replace('"sip:alice@example.com"', '""')
  .replace('"chat":', '"chats-of-a-name-that-nobody-knows-and-that-is-very-long-all-the-same":');

const withFile = (file: string, stored?: PreviewView['stored'], ...steps: PreviewStep[]) => ({
  state: 'options',
  ...(stored && { stored }),
  steps: [
    ['wait', '#settings-file'],
    ['file', '#settings-file', file],
    ['wait', '.preview :is(ul, .actions)'],
    ...steps,
  ] satisfies PreviewStep[],
});

const TAKE: PreviewStep = ['click', '.preview .actions button:first-child'];

/** The steps to each view of the panel, as its elements' ids end. */
const WAYS = {
  people: ['people'],
  chat: ['chat'],
  many: ['dial', 'many'],
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
 * to the rules of accessibility: whoever adds a state to the panel adds it here.
 */
export const PREVIEW_VIEWS: readonly PreviewView[] = [
  { name: 'no-meeting', state: 'no-meeting' },
  { name: 'waiting', state: 'waiting' },
  { name: 'ready', state: 'ready' },
  { name: 'first-day', state: 'ready', stored: 'nothing' },
  { name: 'several-meetings', state: 'several' },
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
  { name: 'calls', state: 'calls', steps: [['fill', '#dial-destination', '22 33 44 55']] },
  { name: 'calls-in-turn', state: 'turns' },
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
  { name: 'chat-without-messages', state: 'errors', steps: at('chat') },
  { name: 'lists', state: 'ready', steps: at('many', ['fill', '#list-lines', LINES]) },
  {
    name: 'list-run',
    state: 'ready',
    steps: at(
      'many',
      ['fill', '#list-lines', LINES],
      ['click', `${LISTS} button[type="submit"]`],
      ['wait', 'table'],
    ),
  },
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
  { name: 'options', state: 'options', steps: [['wait', '.options-page']] },
  {
    name: 'preset-edited',
    state: 'options',
    steps: [
      ['click', '.options-page .manager li button:nth-of-type(3)'],
      ['wait', '.options-page .manager form'],
    ],
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
  { name: 'dock-updated', state: 'dock-updated', steps: [['wait', '.dock-updated']] },
  { name: 'options-first-day', state: 'options', stored: 'nothing', steps: [['wait', '.options-page']] },
  { name: 'options-managed', state: 'options', stored: 'managed', steps: [['wait', '#policy']] },
  { name: 'options-damaged', state: 'options', stored: 'damaged', steps: [['wait', '#options-damaged']] },
  {
    name: 'options-refused',
    state: 'options',
    steps: [
      ['fill', '#site-address', 'portal'],
      ['click', '#sites ~ form button'],
      ['fill', '#custom-chat-url', 'chat'],
      ['click', '#chat ~ form button'],
      ['fill', '#setting-perMinute', '1000'],
      ['click', '#guard'],
      ['wait', '#setting-perMinute-error'],
    ],
  },
  {
    name: 'options-undo',
    state: 'options',
    steps: [
      ['click', '#sites ~ ul li:first-child button:last-child'],
      ['wait', '#sites ~ [role="status"] button'],
      ['click', '#kept ~ ul .actions button'],
      ['wait', '#kept ~ ul .actions [role="status"]'],
    ],
  },
  { name: 'welcome', state: 'welcome', steps: [['wait', '.welcome']] },
  {
    name: 'welcome-no-address',
    state: 'welcome',
    steps: [
      ['fill', '#demo-address', 'the demo'],
      ['click', '.welcome form button'],
      ['wait', '.welcome .error'],
    ],
  },
  { name: 'settings-file', ...withFile(SETTINGS_FILE) },
  { name: 'settings-file-managed', ...withFile(SETTINGS_FILE, 'managed') },
  { name: 'settings-file-wrong', ...withFile(WRONG_SETTINGS_FILE) },
  {
    name: 'settings-file-done',
    ...withFile(SETTINGS_FILE, undefined, TAKE, ['wait', '#settings-permission']),
  },
  {
    name: 'settings-file-allowed',
    ...withFile(SETTINGS_FILE, undefined, TAKE, ['wait', '#settings-permission'], TAKE, [
      'wait',
      '.preview .actions + .help',
    ]),
  },
];
