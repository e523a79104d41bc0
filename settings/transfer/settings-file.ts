import { formatList } from '../../locales/format';
import { errorText } from '../../protocol/error-text';
import type { Result } from '../../protocol/result';
import {
  list,
  Mismatch,
  mismatchOf,
  type Problem,
  problemAt,
  type Shape,
  within,
  wrongAs,
} from '../../protocol/shape';
import { describeProblem } from '../../strings/describe-fault';
import { PRESET_STRINGS } from '../../strings/presets';
import { SETTINGS_FILE_STRINGS as STRINGS } from '../../strings/settings-file';
import { listKey, readStoredList, type SavedList, storedList } from '../lists/saved-list';
import { type Preset, presetKeyOf, readStored, stored } from '../presets/preset';
import { migrated } from '../storage/recover';
import type { Item } from '../storage/stored-item';
import { ITEMS, itemsOf, type Parts } from './own-settings';
import {
  alwaysProblems,
  chatProblems,
  layoutProblems,
  settingsProblems,
  watchedProblems,
} from './settings-rules';

/** What a file of all settings says that it is. */
const FORMAT = 'external-chat-settings';

/** More problems than these are counted: nobody reads on. */
const MAX_PROBLEMS = 50;
const MAX_ENTRIES = 5_000;

/**
 * A file with everything that a person has set:
 *
 *   { "format": "external-chat-settings", "version": 1, "value": {
 *       "settings": { "version": 1, "value": … }, …,     as it is stored, by its key in the store
 *       "presets": [{ "id": …, "version": 1, "name": …, "request": … }, …],
 *       "lists": [{ "id": …, "version": 1, "name": …, "text": …, … }, …] } }
 */
export function writeSettingsFile({ presets, lists, ...items }: Parts): string {
  const value = {
    ...itemsOf(items),
    presets: presets.map((preset) => {
      // The list is the order.
      const { order: _, ...kept } = stored(preset, 0);
      return { id: preset.id, ...kept };
    }),
    lists: lists.map((list) => ({ id: list.id, ...storedList(list) })),
  };
  return `${JSON.stringify({ format: FORMAT, version: FILE.version, value }, undefined, 2)}\n`;
}

/**
 * Reads such a file, of this version or an older one; parts that are absent are not in the result. The error
 * names everything that is wrong with it.
 */
export function readSettingsFile(text: string): Result<Partial<Parts>, readonly string[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return {
      ok: false,
      error: [PRESET_STRINGS.importFile.noJson(errorText(error))],
    };
  }
  if (Reflect.get(Object(parsed), 'format') !== FORMAT)
    return { ok: false, error: [STRINGS.notOurs(FORMAT)] };
  const read = migrated(FILE, parsed);
  if (!(read instanceof Mismatch)) return { ok: true, value: read };
  const said = read.problems
    .slice(0, MAX_PROBLEMS)
    .map(({ field, fault }) =>
      field === undefined
        ? STRINGS.wholeFile(describeProblem({ fault }))
        : describeProblem({ field: field.slice(0, 100), fault }),
    );
  const more = read.problems.length - said.length;
  return { ok: false, error: more > 0 ? [...said, STRINGS.moreProblems(more)] : said };
}

/**
 * A part in a file is read, and brought on, as it is from the store; then as strictly as the options page
 * reads it.
 */
const asStored =
  <T>(item: Item<T>, problemsOf: (value: T) => readonly Problem[]): Shape<T> =>
  (raw) => {
    const value = migrated(item, raw);
    return value instanceof Mismatch ? value : (mismatchOf(problemsOf(value)) ?? value);
  };

const noId = (field: string) => problemAt(field, STRINGS.noId);

const ID = /^(?!fixed-)[\w-]{1,64}$/;

/** Reads an entry that has an id, or gets one. */
const withId =
  <T>(read: (id: string, raw: unknown) => T | Mismatch): Shape<T> =>
  (raw) => {
    const id: unknown = Reflect.get(Object(raw), 'id') ?? crypto.randomUUID();
    return typeof id === 'string' && ID.test(id) ? read(id, raw) : new Mismatch([noId('id')]);
  };

/** A list in which no id stands twice. */
const uniqueList =
  <T extends { id: string }>(shape: Shape<T>): Shape<readonly T[]> =>
  (raw) => {
    const entries = list(shape, MAX_ENTRIES)(raw);
    if (entries instanceof Mismatch) return entries;
    const seen = new Set<string>();
    const twice = entries.flatMap(({ id }, index): Problem[] => {
      if (seen.has(id)) return [noId(`#${index + 1}.id`)];
      seen.add(id);
      return [];
    });
    return mismatchOf(twice) ?? entries;
  };

const preset = withId<Preset>((id, raw) => {
  const read = readStored(presetKeyOf({ id }), raw);
  return read instanceof Mismatch ? read : read.preset;
});

const savedList = withId<SavedList>((id, raw) => readStoredList(listKey({ id }), raw));

const PARTS: { readonly [Key in keyof Parts]: Shape<Parts[Key]> } = {
  settings: asStored(ITEMS.settings, settingsProblems),
  chat: asStored(ITEMS.chat, chatProblems),
  sites: asStored(ITEMS.sites, alwaysProblems),
  'watched-sites': asStored(ITEMS['watched-sites'], watchedProblems),
  'dock-layouts': asStored(ITEMS['dock-layouts'], layoutProblems),
  presets: uniqueList(preset),
  lists: uniqueList(savedList),
};

const isPart = (name: string): name is keyof Parts => Object.hasOwn(PARTS, name);

/** The file's own version, beside those of its parts. */
const FILE: Item<Partial<Parts>> = {
  key: FORMAT,
  version: 1,
  shape: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return new Mismatch([{ field: 'value', fault: 'object' }]);
    const problems: Problem[] = [];
    const parts: Record<string, unknown> = {};
    for (const [name, raw] of Object.entries(value)) {
      const read = isPart(name) ? PARTS[name](raw) : unknownPart();
      if (read instanceof Mismatch) for (const problem of within(name, read)) problems.push(problem);
      else parts[name] = read;
    }
    return mismatchOf(problems) ?? (parts as Partial<Parts>);
  },
  fallback: {},
  migrations: {},
};

const unknownPart = () => wrongAs(STRINGS.unknownPart(formatList(Object.keys(PARTS))));
