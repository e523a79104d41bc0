import type { DialRequest } from '../../protocol/dial-fields';
import { DEFAULT_SETTINGS } from '../../settings/settings';
import { memoryStorage } from '../../settings/storage/memory';
import { TABS } from '../../settings/tabs';

const preset = (name: string, order: number, request: Partial<DialRequest> & { destination: string }) => ({
  [`preset.${order}`]: { version: 1, name, order, request: { role: 'GUEST', protocol: 'auto', ...request } },
});

const MINUTE = 60_000;

const entry = (minutes: number, destination: string, over: Record<string, unknown>) => ({
  id: `h${minutes}`,
  at: Date.now() - minutes * MINUTE,
  request: { destination, role: 'GUEST', protocol: 'sip' },
  removed: false,
  outcome: 'left',
  meeting: 'qa.meeting',
  ...over,
});

/** Everything that an administrator can set, and something that was not understood. */
const MANAGED = {
  sites: [
    { site: 'https://portal.example.com', mode: 'watch' },
    { site: 'https://intranet.engineering.example.com' },
    { site: 'meetings' },
  ],
  chat: { place: 'dock', chats: [{ site: '*', url: 'https://chat.example.com/channel/{alias}' }] },
  presets: [{ name: 'Reception', destination: 'sip:reception@example.com', protocol: 'sip' }],
  allow: ['*@example.com', '+47*'],
  settings: { region: 'NO', confirmForeign: true, perMinute: 'many' },
  locks: ['settings', 'presets', 'chat', 'sites'],
};

/** Settings of a newer version, a chat URL that an earlier one took, and a preset that is none. */
const DAMAGED = {
  local: {
    settings: { version: 7, value: {} },
    chat: {
      version: 1,
      value: {
        place: 'dock',
        displayName: '',
        chats: [{ site: '*', url: 'https://chat.example.com/channel/{room}' }],
      },
    },
  },
  sync: { 'preset.1': { version: 1, name: 'Reception' } },
};

/** A chat at a name that never has an address, and notifications that the browser has to allow. */
const TROUBLE = {
  local: {
    chat: {
      version: 1,
      value: {
        place: 'dock',
        displayName: '',
        chats: [
          {
            site: '*',
            url: 'https://chat.building-seven.engineering.invalid/channel/{alias}?from={pageOrigin}',
          },
        ],
      },
    },
    settings: {
      version: 4,
      value: {
        ...DEFAULT_SETTINGS,
        notifyUnread: true,
        mutedSites: ['https://a-meeting-portal.engineering.building-seven.example.com'],
      },
    },
  },
};

/** As many presets as a large company may have. */
const PRESETS = {
  sync: Object.assign(
    {},
    ...Array.from({ length: 45 }, (_, at) =>
      preset(`Meeting room ${at + 1}`, at, { destination: `room-${at + 1}@example.com` }),
    ),
  ),
};

/** Every tab in the dock, too. */
const ALL_TABS = {
  local: { settings: { version: 4, value: { ...DEFAULT_SETTINGS, dockTabs: [...TABS] } } },
};

/** Stores with something in them, for the panel on a plain page. */
export function previewStorage(stored: string | null) {
  if (stored === 'nothing') return memoryStorage();
  if (stored === 'managed') return memoryStorage({ managed: MANAGED });
  if (stored === 'damaged') return memoryStorage(DAMAGED);
  if (stored === 'trouble') return memoryStorage(TROUBLE);
  if (stored === 'tabs') return memoryStorage(ALL_TABS);
  if (stored === 'presets') return memoryStorage(PRESETS);
  return memoryStorage({
    sync: {
      ...preset('Alice', 0, { destination: 'alice@example.com', protocol: 'sip' }),
      ...preset('Never answers', 1, { destination: 'noanswer@example.com' }),
      ...preset('Recorder', 2, {
        destination: 'rtmp://live.example.com/app/key',
        protocol: 'rtmp',
        streaming: 'yes',
      }),
      ...preset('Reception, third floor, building seven', 3, { destination: '+4722334455' }),
    },
    managed: {
      chat: {
        chats: [{ site: 'https://portal.example.com:8443', url: 'https://chat.example.com/channel/{alias}' }],
      },
    },
    local: {
      sites: {
        version: 1,
        value: ['https://portal.example.com', 'https://intranet.engineering.example.com'],
      },
      'watched-sites': { version: 1, value: ['https://intranet.engineering.example.com'] },
      chat: {
        version: 1,
        value: {
          place: 'dock',
          displayName: 'Alice',
          chats: [
            {
              site: 'https://intranet.engineering.example.com',
              url: 'https://chat.engineering.example.com/channel/{alias}?layout=embedded&from={pageOrigin}',
            },
          ],
        },
      },
      settings: {
        version: 2,
        value: {
          region: 'NO',
          protocol: 'auto',
          role: 'GUEST',
          noAnswerSeconds: 60,
          history: true,
          perMinute: 30,
          confirmPremium: true,
          confirmForeign: false,
          overlap: false,
        },
      },
      history: {
        version: 1,
        value: [
          entry(3, 'alice@example.com', { name: 'Alice' }),
          entry(8, '+4722334455', { removed: true, outcome: 'joined' }),
          entry(70, 'bob@example.com', { outcome: 'failed', message: 'no route to this address' }),
          entry(1500, 'rtmp://live.example.com/app/', { removed: true, outcome: 'unanswered' }),
        ],
      },
    },
  });
}
