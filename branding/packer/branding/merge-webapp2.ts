import { appendItem, appendMember, applyEdits, replaceValue } from '../json/edit';
import { type JsonNode, type JsonObject, memberOf, nameOf, stringOf } from '../json/node';
import { parseJson } from '../json/parse';
import { type Attempt, refuse } from '../refusal';
import type { Archive } from '../zip/archive';
import { readZip } from '../zip/read';
import type { Files } from '../zip/write';
import { type JsonEntry, locateWebapp2 } from './locate-webapp2';
import { entriesOf, joinSpliced, splice } from './splice';
import { withHostOrigins, withPath } from './src';

/** A Webapp2 plugin, to be put into a branding. */
export interface Webapp2Bundle {
  id: string;
  /** The name of its package file. */
  packageFile: string;
  /** By path in the plugin's folder. */
  files: Files;
}

export interface Webapp2MergeOptions {
  /** Another number at each upload, or Webapp2 keeps the branding that it has. */
  brandingId: string;
  /** The pages that may use the plugin, in place of those in the branding. */
  hostOrigins?: readonly string[];
}

/** A Webapp2 branding with our plugin in it. */
interface Webapp2Merged {
  zip: Uint8Array;
  action: 'added' | 'replaced';
  settingsPath: string;
  manifestPath: string;
  /** Where the plugin is in the archive, without a slash at its end. */
  folder: string;
}

/**
 * Adds a plugin to a Webapp2 branding, or replaces the one in it.
 *
 * Only these change: the list of plugins in settings.json, `brandingID` and `isSettingsBranded` in
 * manifest.json, and the plugin's own files. Other plugins, and files beside the plugin's own, stay as they
 * are.
 */
export function mergeWebapp2(
  customer: Uint8Array,
  plugin: Webapp2Bundle,
  { brandingId, hostOrigins }: Webapp2MergeOptions,
): Attempt<Webapp2Merged> {
  const archive = readZip(customer);
  if (!archive.ok) return archive;
  const located = locateWebapp2(archive.value);
  if (!located.ok) return located;
  const { root, settings, manifest } = located.value;
  const edit = settings ? editSettings(settings, plugin) : newSettings(plugin);
  if (!edit.ok) return edit;
  const { action, folder: place } = edit.value;
  const folder = root + place;
  const own = [...plugin.files.keys()].map((path) => `${folder}/${path}`);
  const clash = refuseClash(archive.value, folder, own, action);
  if (clash) return clash;

  const old = archive.value.entries.filter(({ path }) => own.includes(path));
  const script = srcOf(old.find(({ path }) => path === `${folder}/${plugin.packageFile}`)?.content);
  const files = [...plugin.files].map(([path, content]): [string, Uint8Array] => [
    `${folder}/${path}`,
    path === plugin.packageFile ? withScript(content, script, hostOrigins) : content,
  ]);
  const settingsPath = `${root}settings.json`;
  if (!settings) files.push([settingsPath, new TextEncoder().encode(edit.value.text)]);
  const texts = new Map([[manifest.entry, editManifest(manifest, brandingId)]]);
  if (settings) texts.set(settings.entry, edit.value.text);
  const entries = splice(archive.value, texts, old, entriesOf(new Map(files)));
  const joined = joinSpliced(archive.value, entries);
  if (!joined.ok) return joined;
  return {
    ok: true,
    value: { zip: joined.value, action, settingsPath, manifestPath: manifest.entry.path, folder },
  };
}

interface SettingsEdit {
  text: string;
  action: 'added' | 'replaced';
  /** From the folder of settings.json. */
  folder: string;
}

/** Infinity's own package has no settings.json, and its administrators write one. */
const newSettings = (plugin: Webapp2Bundle): Attempt<SettingsEdit> =>
  added(plugin, `${JSON.stringify({ plugins: [newEntry(plugin)] }, null, 2)}\n`);

function editSettings({ entry, text, root }: JsonEntry, plugin: Webapp2Bundle): Attempt<SettingsEdit> {
  const { id, packageFile } = plugin;
  const plugins = memberOf(root, 'plugins');
  const fresh = newEntry(plugin);
  if (!plugins) return added(plugin, applyEdits(text, [appendMember(text, root, 'plugins', [fresh])]));
  if (plugins.kind !== 'array') {
    const what = `"plugins" is ${nameOf(plugins)}, but must be a list. Fix it first.`;
    return refuse('not-a-branding', `${entry.path}: ${what}`);
  }
  const [first, second] = plugins.items.filter((item) => stringOf(item, 'id') === id);
  if (second) return refuse('not-a-branding', `${entry.path} lists "${id}" twice. Remove one of the two.`);
  if (!first) return added(plugin, applyEdits(text, [appendItem(text, plugins, fresh)]));
  return replaceEntry(entry.path, text, first, packageFile, id);
}

const folderOf = ({ id }: Webapp2Bundle) => `plugins/${id}`;

const newEntry = (plugin: Webapp2Bundle) => ({
  id: plugin.id,
  srcURL: `${folderOf(plugin)}/${plugin.packageFile}`,
  enabled: true,
});

const added = (plugin: Webapp2Bundle, text: string): Attempt<SettingsEdit> => ({
  ok: true,
  value: { text, action: 'added', folder: folderOf(plugin) },
});

/**
 * The entry keeps its folder, `enabled` and whatever else it has; only another package file's name is
 * corrected.
 */
function replaceEntry(
  path: string,
  text: string,
  entry: JsonNode,
  packageFile: string,
  id: string,
): Attempt<SettingsEdit> {
  const src = memberOf(entry, 'srcURL');
  const [, prefix = '', folder, file] =
    /^((?:\.?\/)?custom_configuration\/|\.\/)?((?:[^/\\?#]+\/)*[^/\\?#]+)\/([^/\\?#]+)$/.exec(
      src?.kind === 'string' ? src.value : '',
    ) ?? [];
  if (!src || folder === undefined || folder.split('/').some((part) => /^\.*$/.test(part))) {
    const where = `"srcURL" of "${id}" doesn’t lead to a package file in a folder of this branding`;
    return refuse('not-a-branding', `${path}: ${where}. Correct it, or remove the entry.`);
  }
  const edits = file === packageFile ? [] : [replaceValue(text, src, `${prefix}${folder}/${packageFile}`)];
  return { ok: true, value: { text: applyEdits(text, edits), action: 'replaced', folder } };
}

/** One member after the other: what is put into an empty object stands where the next one goes. */
function editManifest({ text, root }: JsonEntry, brandingId: string): string {
  const numbered = withMember(text, root, 'brandingID', brandingId);
  const read = parseJson(numbered);
  const now = read.ok && read.value.kind === 'object' ? read.value : root;
  return withMember(numbered, now, 'isSettingsBranded', true);
}

function withMember(text: string, root: JsonObject, key: string, value: string | boolean): string {
  const node = memberOf(root, key);
  if (!node) return applyEdits(text, [appendMember(text, root, key, value)]);
  if (node.kind === 'literal' && node.value === value) return text;
  return applyEdits(text, [replaceValue(text, node, node.kind === 'number' ? Number(value) : value)]);
}

/** Files of somebody else in the folder that the plugin needs. */
function refuseClash({ entries }: Archive, folder: string, own: readonly string[], action: string) {
  const file = entries.find(
    ({ path, isFolder }) => !isFolder && (path === folder || folder.startsWith(`${path}/`)),
  );
  if (file) {
    const what = `The plugin needs a folder named ${file.path}, but there’s a file with that name.`;
    return refuse('plugin-clash', `${what} Rename the file.`);
  }
  if (action === 'replaced' || !entries.some(({ path }) => own.includes(path))) return undefined;
  const what = `${folder}/ already contains files of that name, and settings.json doesn’t list the plugin.`;
  return refuse('plugin-clash', `${what} Remove or rename that folder.`);
}

/** The name of the script in a package file, with the query that the administrator has put behind it. */
function srcOf(packageFile: Uint8Array | undefined): string | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(packageFile));
    const src: unknown =
      typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'srcURL') : undefined;
    return typeof src === 'string' ? src : undefined;
  } catch {
    return undefined;
  }
}

/** The new package file, whose script keeps the query of the old one. */
function withScript(fresh: Uint8Array, old: string | undefined, origins?: readonly string[]): Uint8Array {
  const about = JSON.parse(new TextDecoder().decode(fresh)) as { srcURL: string };
  const kept = old === undefined ? about.srcURL : withPath(old, about.srcURL);
  const srcURL = origins ? withHostOrigins(kept, origins) : kept;
  return new TextEncoder().encode(`${JSON.stringify({ ...about, srcURL }, null, 2)}\n`);
}
