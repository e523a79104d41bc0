import { itemsOf, memberOf } from '../json/node';
import { type Attempt, refuse } from '../refusal';
import type { Archive, ZipEntry } from '../zip/archive';
import { readZip } from '../zip/read';
import type { PluginBundle } from './bundle';
import { type Hideable, hideFunctionality } from './hide';
import { type BrandingManifest, locateManifest } from './locate';
import { editPluginEntry } from './plugin-entry';
import { entriesOf, entriesWithin, joinSpliced, splice } from './splice';
import { versionInPlugin } from './version';

/** What an administrator asks of a merge beside the plugin. */
export interface MergeOptions {
  /** What of Web App 3's own interface the branding hides, beside what it hides already. */
  hide?: readonly Hideable[];
  /** The pages that may use the plugin, in place of those in the branding. */
  hostOrigins?: readonly string[];
}

/** A customer's branding with our plugin in it. */
interface Merged {
  zip: Uint8Array;
  action: 'added' | 'replaced';
  manifestPath: string;
  /** Where the plugin is in the archive, without a slash at its end. */
  folder: string;
  /** The version that was in the ZIP before, if its script tells. */
  oldVersion: string | undefined;
  /** Files that were in the plugin's folder and are not in the new plugin. */
  removed: string[];
  /** What a person should know of it, a sentence each. */
  notes: string[];
}

/**
 * Adds our plugin to a branding ZIP that a customer has already, or replaces the one in it.
 *
 * Only these change: in manifest.json the list of plugins and, if asked for, what is hidden; and the files in
 * the plugin's own folder.
 * Every other entry is copied as it stands, compressed bytes, time, attributes, extra fields and comment
 * included, and the entries keep their order. New files follow the last entry, or take the old ones' place.
 */
export function mergePlugin(
  customer: Uint8Array,
  plugin: PluginBundle,
  { hide = [], hostOrigins }: MergeOptions = {},
): Attempt<Merged> {
  const archive = readZip(customer);
  if (!archive.ok) return archive;
  const manifest = locateManifest(archive.value);
  if (!manifest.ok) return manifest;
  const edit = editPluginEntry(manifest.value, plugin.entry, hostOrigins);
  if (!edit.ok) return edit;
  const { action, folder, notes } = edit.value;
  const hidden = hideFunctionality(edit.value.text, hide);
  if (!hidden.ok)
    return refuse('not-a-branding', `${manifest.value.entry.path}: ${hidden.error}. Correct it first.`);
  const text = hidden.value;

  const old = entriesWithin(archive.value, folder);
  const clash = refuseClash(archive.value, old, folder, action);
  if (clash) return clash;
  const fresh = entriesOf(
    new Map([...plugin.files].map(([path, content]) => [`${folder}/${path}`, content] as const)),
  );
  const manifestPath = manifest.value.entry.path;
  const entries = splice(archive.value, new Map([[manifest.value.entry, text]]), old, fresh);
  const joined = joinSpliced(archive.value, entries);
  if (!joined.ok) return joined;
  return {
    ok: true,
    value: {
      zip: joined.value,
      action,
      manifestPath,
      folder,
      oldVersion: old.map(({ content }) => versionInPlugin(new TextDecoder().decode(content))).find(Boolean),
      removed: old.flatMap(({ path, isFolder }) =>
        isFolder || fresh.some((entry) => entry.path === path) ? [] : [path],
      ),
      notes: [...notes, ...(hide.includes('chat') ? [] : hiddenFunctionalityNote(manifest.value))],
    },
  };
}

function refuseClash({ entries }: Archive, old: ZipEntry[], folder: string, action: Merged['action']) {
  const taken = entries.find((entry) => !entry.isFolder && folder.startsWith(`${entry.path}/`));
  const file = taken ?? entries.find((entry) => !entry.isFolder && entry.path === folder);
  if (file)
    return refuse(
      'plugin-clash',
      `The plugin needs a folder named ${file.path}, but there’s a file with that name. Rename the file.`,
    );
  if (action === 'added' && old.some(({ isFolder }) => !isFolder)) {
    return refuse(
      'plugin-clash',
      `${folder}/ already contains files that aren’t listed in the manifest. Remove or rename that folder.`,
    );
  }
  return undefined;
}

/** Whether people are to lose Web App 3's own chat is the customer's choice; the tool only says how. */
function hiddenFunctionalityNote({ root, entry }: BrandingManifest): string[] {
  const hidden = itemsOf(memberOf(memberOf(root, 'applicationConfig'), 'hiddenFunctionality'));
  if (hidden.some((item) => item.kind === 'string' && item.value === 'button-chat')) return [];
  return [
    `Web App 3 still shows its own Chat button next to the plugin's. To hide it, merge with HIDE=chat, or add "button-chat" to applicationConfig.hiddenFunctionality in ${entry.path}.`,
  ];
}
