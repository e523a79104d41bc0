import { CHAT_OPTION_STRINGS } from '../../strings/chat-options';
import { OPTIONS_STRINGS } from '../../strings/options';
import { SETTINGS_FILE_STRINGS as STRINGS } from '../../strings/settings-file';
import { SITES_STRINGS } from '../../strings/sites';
import type { Managed } from '../chat/config';
import type { Policy } from '../policy';
import type { Settings } from '../settings';
import type { Parts } from './own-settings';
import { type Change, changesOf } from './settings-changes';

/** What will be done with a file once somebody says so. */
export type Plan = {
  /** What is put in the place of what there is. */
  parts: Partial<Parts>;
  changes: readonly Change[];
  /** What stays, since an administrator decides on it. */
  skipped: readonly string[];
};

/** Works out what a file changes, and what of it an administrator has put out of reach. */
export function planOf(
  given: Partial<Parts>,
  own: Parts,
  { policy, chat }: { policy: Policy; chat: Managed },
): Plan {
  const skipped: string[] = [];
  const parts: Partial<Parts> = { ...given };
  const drop = (key: keyof Parts, name: string) => {
    if (!(key in parts)) return;
    delete parts[key];
    if (!skipped.includes(name)) skipped.push(name);
  };
  if (policy.locks.includes('sites')) {
    drop('sites', SITES_STRINGS.title);
    drop('watched-sites', SITES_STRINGS.title);
  }
  if (chat.isLocked) drop('chat', CHAT_OPTION_STRINGS.title);
  if (policy.locks.includes('presets')) {
    drop('presets', OPTIONS_STRINGS.presets);
    drop('lists', STRINGS.lists);
  }
  if (policy.locks.includes('settings')) drop('settings', STRINGS.settings);

  if (parts.chat && chat.place) {
    parts.chat = { ...parts.chat, place: own.chat.place };
    skipped.push(CHAT_OPTION_STRINGS.place);
  }
  if (parts.settings) {
    const managed = Object.keys(policy.settings) as (keyof Settings)[];
    const kept = Object.fromEntries(managed.map((name) => [name, own.settings[name]]));
    parts.settings = { ...parts.settings, ...kept };
    skipped.push(...managed.map((name) => OPTIONS_STRINGS.settings[name].label));
  }
  if (parts['watched-sites']) {
    const managed = policy.sites.flatMap(({ site, mode }) => (mode === undefined ? [] : [site]));
    const ofManaged = parts['watched-sites'].filter((site) => managed.includes(site));
    parts['watched-sites'] = [
      ...parts['watched-sites'].filter((site) => !managed.includes(site)),
      ...own['watched-sites'].filter((site) => managed.includes(site)),
    ];
    skipped.push(...ofManaged);
  }
  if (parts.presets) parts.presets = withOwnIds(parts.presets, own.presets);
  if (parts.lists) parts.lists = withOwnIds(parts.lists, own.lists);
  return { parts, changes: changesOf(parts, own), skipped };
}

type Named = { id: string; name: string };

/**
 * A preset or list of the same name is the same one, wherever its file comes from: it is changed, not
 * replaced by its like.
 */
function withOwnIds<T extends Named>(given: readonly T[], own: readonly T[]): readonly T[] {
  const taken = new Set(given.map(({ id }) => id));
  const isFree = ({ id }: T) => !taken.has(id);
  return given.map((entry) => {
    if (own.some(({ id }) => id === entry.id)) return entry;
    const like = own.find((each) => each.name === entry.name && isFree(each));
    if (!like) return entry;
    taken.add(like.id);
    return { ...entry, id: like.id };
  });
}
