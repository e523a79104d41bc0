import { readHostOrigins } from '../../../protocol/host-origins';
import { appendItem, appendMember, applyEdits, type Edit, replaceValue } from '../json/edit';
import { itemsOf, type JsonObject, memberOf, nameOf, stringOf } from '../json/node';
import { positionAt } from '../json/text';
import { type Attempt, refuse } from '../refusal';
import type { BrandingManifest } from './locate';
import { hasRelay, resolveSrc, settingsIn, withHostOrigins, withPath, withRelay } from './src';

/** Our plugin as the bundle's own manifest names it. */
export interface PluginEntry {
  id: string;
  src: string;
  sandboxValues: string[];
}

/** The manifest with our plugin in it. */
interface EntryEdit {
  text: string;
  action: 'added' | 'replaced';
  /** Where the plugin's files belong in the archive, without a slash at its end. */
  folder: string;
  /** What a person should know of it, a sentence each. */
  notes: string[];
}

/**
 * Adds our plugin to a manifest, or brings the entry that it has up to date. Nothing else in the text
 * changes: not the order, the indentation, the line ends, nor fields that nobody here knows.
 *
 * Of an entry that is there already, the folder stays if it is called after the plugin; so do the query of
 * its `src` (`hostOrigins`, unless others are given), its sandboxValues and every other field. The relay is
 * the bundle's choice: it comes and goes with `relay=1` and `allow-same-origin` together.
 */
export function editPluginEntry(
  manifest: BrandingManifest,
  plugin: PluginEntry,
  hostOrigins?: readonly string[],
): Attempt<EntryEdit> {
  const { text, root, folder } = manifest;
  const entry = hostOrigins ? { ...plugin, src: withHostOrigins(plugin.src, hostOrigins) } : plugin;
  const standard = `${folder}plugins/${plugin.id}`;
  const list = memberOf(root, 'plugins');
  if (!list) {
    const edited = applyEdits(text, [appendMember(text, root, 'plugins', [entry])]);
    return { ok: true, value: { text: edited, action: 'added', folder: standard, notes: [] } };
  }
  if (list.kind !== 'array') {
    const { line, column } = positionAt(text, list.start);
    return refuse(
      'not-a-branding',
      `${manifest.entry.path}, line ${line}, column ${column}: "plugins" is ${nameOf(list)}, but must be a list. Fix it first.`,
    );
  }
  const objects = itemsOf(list).filter((item): item is JsonObject => item.kind === 'object');
  const ours = objects.filter((item) => isOurs(item, plugin.id, folder));
  const [old, second] = ours;
  if (old && second) {
    return refuse(
      'plugin-clash',
      `${manifest.entry.path} has the plugin "${plugin.id}" twice, and Web App 3 refuses the second. Remove one of them.`,
    );
  }
  const edit: EntryEdit = old
    ? updateEntry(manifest, old, plugin, standard, hostOrigins)
    : {
        text: applyEdits(text, [appendItem(text, list, entry)]),
        action: 'added',
        folder: standard,
        notes: [],
      };
  const guest = objects.find((item) => item !== old && isWithin(srcFolder(item, folder), edit.folder));
  if (guest) {
    return refuse(
      'plugin-clash',
      `Another plugin, "${stringOf(guest, 'id') ?? 'without an id'}", has its files in ${edit.folder}/. Move them to a separate folder.`,
    );
  }
  return { ok: true, value: hasRelay(plugin.src) ? { ...edit, notes: [...edit.notes, RELAY_NOTE] } : edit };
}

const RELAY_NOTE = 'Relay on: with allow-same-origin, the plugin can access everything that Web App 3 can.';

const srcFolder = (item: JsonObject, folder: string) =>
  resolveSrc(stringOf(item, 'src') ?? '', folder).folder;

const isWithin = (path: string | undefined, folder: string) =>
  path === folder || path?.startsWith(`${folder}/`);

/** Before Infinity v37 an entry needed no id; then the folder tells whose it is. */
function isOurs(item: JsonObject, id: string, folder: string): boolean {
  const itsId = memberOf(item, 'id');
  if (itsId) return itsId.kind === 'string' && itsId.value === id;
  return srcFolder(item, folder)?.split('/').at(-1) === id;
}

function updateEntry(
  { text, folder }: BrandingManifest,
  old: JsonObject,
  plugin: PluginEntry,
  standard: string,
  hostOrigins: readonly string[] | undefined,
): EntryEdit {
  const edits: Edit[] = [];
  const notes: string[] = [];
  const set = (key: string, value: unknown) => {
    const member = memberOf(old, key);
    edits.push(member ? replaceValue(text, member, value) : appendMember(text, old, key, value));
  };
  const src = stringOf(old, 'src') ?? '';
  const relay = hasRelay(plugin.src);
  const place = resolveSrc(src, folder);
  const stays = place.folder?.split('/').at(-1) === plugin.id && place.path?.endsWith('/index.html') === true;
  const ourPath = plugin.src.replace(/[?#].*$/s, '');
  const kept = hostOrigins ? withHostOrigins(src, hostOrigins) : src;
  const newSrc = withRelay(stays ? kept : withPath(kept, ourPath), relay);
  if (newSrc !== src && (relay !== hasRelay(src) || !stays || hostOrigins)) set('src', newSrc);
  if (!stays && place.folder)
    notes.push(`Its files were in ${place.folder}/, which is no longer used. They were not removed.`);
  if (!memberOf(old, 'id')) set('id', plugin.id);

  const sandbox = itemsOf(memberOf(old, 'sandboxValues')).flatMap((item) =>
    item.kind === 'string' ? [item.value] : [],
  );
  const isolated = !sandbox.includes('allow-same-origin');
  if (relay && isolated) set('sandboxValues', [...sandbox, 'allow-same-origin']);
  if (!relay && hasRelay(src)) {
    notes.push('The relay is off now. Merge with RELAY=1 to keep it.');
    if (!isolated)
      set(
        'sandboxValues',
        sandbox.filter((value) => value !== 'allow-same-origin'),
      );
  }
  const query = withRelay(src, false).replace(/^[^?#]*/, '');
  if (query && !hostOrigins) notes.push(`Kept this query from src: ${query}`);
  const settings = readHostOrigins(settingsIn(newSrc));
  if (!settings.ok)
    notes.push(
      `The settings in src are wrong, so the plugin doesn’t respond to any page: ${settings.error} Correct them.`,
    );
  if (hostOrigins) notes.push(`Only these pages may use the plugin: ${hostOrigins.join(', ')}`);
  return {
    text: applyEdits(text, edits),
    action: 'replaced',
    folder: stays && place.folder ? place.folder : standard,
    notes,
  };
}
