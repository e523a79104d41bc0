import type { PreviewStep, PreviewView } from './preview-view';

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

/** Every state of the options and of the welcome page. */
export const PAGE_VIEWS: readonly PreviewView[] = [
  { name: 'options', state: 'options', steps: [['wait', '.options-page']] },
  {
    name: 'preset-edited',
    state: 'options',
    steps: [
      ['click', '.options-page .manager li button:nth-of-type(3)'],
      ['wait', '.options-page .manager form'],
    ],
  },
  { name: 'options-first-day', state: 'options', stored: 'nothing', steps: [['wait', '.options-page']] },
  { name: 'options-managed', state: 'options', stored: 'managed', steps: [['wait', '#policy']] },
  { name: 'options-damaged', state: 'options', stored: 'damaged', steps: [['wait', '#options-damaged']] },
  {
    name: 'options-trouble',
    state: 'options',
    stored: 'trouble',
    steps: [
      ['wait', '#notifications ~ .actions'],
      ['click', '[aria-describedby="setting-notifyPeople-help"]'],
      ['wait', '#notifications ~ .error:not(:empty)'],
    ],
  },
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
