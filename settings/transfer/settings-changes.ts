import { formatList, formatNumber } from '../../locales/format';
import { DIAL_FIELDS } from '../../protocol/dial-fields';
import { CHAT_OPTION_STRINGS } from '../../strings/chat-options';
import { LIST_STRINGS } from '../../strings/lists';
import { OPTIONS_STRINGS } from '../../strings/options';
import { STRINGS as PANEL_STRINGS } from '../../strings/panel';
import { PRESET_STRINGS } from '../../strings/presets';
import { SETTINGS_FILE_STRINGS as STRINGS } from '../../strings/settings-file';
import { SITES_STRINGS } from '../../strings/sites';
import type { ChatConfig } from '../chat/config';
import { countries } from '../countries';
import type { SavedList } from '../lists/saved-list';
import type { Preset } from '../presets/preset';
import { type Settings, settingFields } from '../settings';
import { isSame } from '../storage/same';
import type { Parts } from './own-settings';

/** One thing that a file changes, in words. */
export type Change = {
  kind: 'added' | 'changed' | 'removed';
  what: string;
  was?: string;
  becomes?: string;
  /** In place of both, where they would be too long to be read. */
  detail?: string;
};

/** What is different in `parts`, in the order of the options page. What is absent there changes nothing. */
export function changesOf(parts: Partial<Parts>, own: Parts): Change[] {
  const { settings, chat, presets, lists } = parts;
  const [always, watched, layouts] = [parts.sites, parts['watched-sites'], parts['dock-layouts']];
  return [
    ...(always ? compared(always, own.sites, { key: (site) => site, what: SITES_STRINGS.runsOn }) : []),
    ...(watched ? modeChanges(watched, own['watched-sites']) : []),
    ...(chat ? chatChanges(chat, own.chat) : []),
    ...(settings ? settingChanges(settings, own.settings) : []),
    ...(presets ? presetChanges(presets, own.presets) : []),
    ...(lists ? listChanges(lists, own.lists) : []),
    ...(layouts ? compared(layouts, own['dock-layouts'], ON_SITE) : []),
  ];
}

const ON_SITE = { key: ({ site }: { site: string }) => site, what: (site: string) => STRINGS.dockOn(site) };

function modeChanges(wanted: readonly string[], own: readonly string[]): Change[] {
  const change = (site: string, isWatched: boolean): Change => {
    const [was, becomes] = [SITES_STRINGS.drives, SITES_STRINGS.watches];
    return {
      kind: 'changed',
      what: site,
      ...(isWatched ? { was, becomes } : { was: becomes, becomes: was }),
    };
  };
  return [
    ...wanted.filter((site) => !own.includes(site)).map((site) => change(site, true)),
    ...own.filter((site) => !wanted.includes(site)).map((site) => change(site, false)),
  ];
}

const chatChanges = (wanted: ChatConfig, own: ChatConfig): Change[] => [
  ...valueChange(
    CHAT_OPTION_STRINGS.place,
    CHAT_OPTION_STRINGS.places[own.place],
    CHAT_OPTION_STRINGS.places[wanted.place],
  ),
  ...valueChange(
    CHAT_OPTION_STRINGS.displayName,
    own.displayName || STRINGS.unset,
    wanted.displayName || STRINGS.unset,
  ),
  ...compared(wanted.chats, own.chats, {
    key: ({ site }) => site,
    what: (site) => STRINGS.chatOf(site === '*' ? STRINGS.everySite : site),
    text: ({ url }) => url,
  }),
];

const settingChanges = (wanted: Settings, own: Settings): Change[] =>
  SETTING_NAMES.flatMap((name) =>
    valueChange(OPTIONS_STRINGS.settings[name].label, shownValue(name, own), shownValue(name, wanted)),
  );

const SETTING_NAMES = Object.keys(settingFields) as (keyof Settings)[];

function shownValue(name: keyof Settings, settings: Settings): string {
  const value = settings[name];
  if (name === 'mutedSites') return formatList(settings.mutedSites) || STRINGS.unset;
  if (name === 'tabs' || name === 'dockTabs')
    return formatList(settings[name].map((tab) => PANEL_STRINGS.tabs[tab]));
  if (typeof value === 'boolean') return value ? STRINGS.on : STRINGS.off;
  if (typeof value === 'number') return formatNumber(value);
  if (name === 'protocol') return PANEL_STRINGS.choices.protocol[settings.protocol];
  if (name === 'theme') return OPTIONS_STRINGS.themes[settings.theme];
  if (name === 'textSize') return OPTIONS_STRINGS.textSizes[settings.textSize];
  if (name === 'role') return PANEL_STRINGS.choices.role[settings.role];
  return countries().find(([code]) => code === value)?.[1] ?? String(value);
}

function listChanges(wanted: readonly SavedList[], own: readonly SavedList[]): Change[] {
  const parts = [
    ['name', STRINGS.name],
    ['text', LIST_STRINGS.destinations],
    ['presets', LIST_STRINGS.presets],
    ['protocol', LIST_STRINGS.protocol],
    ['role', LIST_STRINGS.role],
    ['atATime', LIST_STRINGS.atATime],
    ['isOnce', LIST_STRINGS.skipRepeats],
  ] as const;
  const names = new Map([...own, ...wanted].map(({ id, name }) => [id, name]));
  return compared(wanted, own, {
    key: ({ id }) => id,
    what: (id) => STRINGS.list(names.get(id) ?? id),
    // What a list says is long, and may have PINs in it.
    difference: (was, becomes) =>
      STRINGS.differsIn(
        formatList(parts.flatMap(([part, text]) => (isSame(was[part], becomes[part]) ? [] : [text]))),
      ),
  });
}

function presetChanges(wanted: readonly Preset[], own: readonly Preset[]): Change[] {
  const names = new Map([...wanted, ...own].map(({ id, name }) => [id, name]));
  const ids = (presets: readonly Preset[], among: readonly Preset[]) =>
    presets.map(({ id }) => id).filter((id) => among.some((other) => other.id === id));
  return [
    ...compared(wanted, own, {
      key: ({ id }) => id,
      what: (id) => STRINGS.preset(names.get(id) ?? id),
      text: ({ request }) => request.destination,
      difference: (was, becomes) =>
        STRINGS.differsIn(
          formatList([
            ...(was.name === becomes.name ? [] : [STRINGS.name]),
            ...(was.group === becomes.group ? [] : [PRESET_STRINGS.group]),
            ...DIAL_FIELDS.filter((field) => was.request[field] !== becomes.request[field]).map(
              (field) => PANEL_STRINGS.fields[field],
            ),
          ]),
        ),
    }),
    ...(isSame(ids(wanted, own), ids(own, wanted))
      ? []
      : [{ kind: 'changed' as const, what: STRINGS.order }]),
  ];
}

const valueChange = (what: string, was: string, becomes: string): Change[] =>
  was === becomes ? [] : [{ kind: 'changed', what, was, becomes }];

type Naming<T> = {
  key(entry: T): string;
  /** What an entry with that key is called. */
  what(key: string): string;
  text?(entry: T): string;
  /** What is different between two entries of one key. */
  difference?(was: T, becomes: T): string;
};

/** Compares two lists by the keys of their entries. Where those stand in the lists makes no difference. */
function compared<T>(
  wanted: readonly T[],
  own: readonly T[],
  { key, what, text, difference }: Naming<T>,
): Change[] {
  const before = new Map(own.map((entry) => [key(entry), entry]));
  const after = new Map(wanted.map((entry) => [key(entry), entry]));
  const was = (entry: T) => text && { was: text(entry) };
  const becomes = (entry: T) => text && { becomes: text(entry) };
  const news = [...after].flatMap(([name, entry]): Change[] => {
    const old = before.get(name);
    if (old === undefined) return [{ kind: 'added', what: what(name), ...becomes(entry) }];
    if (isSame(old, entry)) return [];
    const parts = difference ? { detail: difference(old, entry) } : { ...was(old), ...becomes(entry) };
    return [{ kind: 'changed', what: what(name), ...parts }];
  });
  const gone = [...before].filter(([name]) => !after.has(name));
  return [
    ...news,
    ...gone.map(([name, entry]): Change => ({ kind: 'removed', what: what(name), ...was(entry) })),
  ];
}
