import type { Files } from '../../../branding/packer/zip/write';
import type { ReadFile } from '../package/json-file';
import { placeIcon } from '../package/package-file';
import { onDisk } from '../package/paths';
import { type FoundPlugin, readPlugins } from '../package/read-plugins';
import { nameOfPlugin, type PluginCheck } from './plugin-check';
import { lookAtSource } from './source';

/**
 * An icon that a script puts into its state. What it gives to `href` is a sprite of Webapp2's, for its own
 * pictures.
 */
const STATE_ICON = /(?<!href["'`]?\s*[,=:]\s*)["'`]([\w./-]+\.svg#[\w:.-]+)["'`]/g;

/** Reads from files in memory as the host does from a server. */
const readFrom =
  (files: Files): ReadFile =>
  async (path) => {
    const content = files.get(onDisk(path));
    return content ? { ok: true, value: content } : { ok: false, error: 'there is no such file' };
  };

/**
 * Says of each plugin in a folder whether it will run in Web App 3. It reads the files by the very functions
 * with which the host reads them.
 *
 * @param files by path in the folder that holds settings.json
 * @returns what becomes of each, and what is wrong with settings.json itself
 */
export async function checkClassic(files: Files): Promise<{ checks: PluginCheck[]; faults: string[] }> {
  const { plugins, faults } = await readPlugins(readFrom(files));
  if (plugins.length === 0 && faults.length === 0) faults.push('settings.json doesn’t list any plugins.');
  return { checks: plugins.map((plugin) => checkPlugin(files, plugin)), faults };
}

function checkPlugin(files: Files, found: FoundPlugin): PluginCheck {
  const name = nameOfPlugin(found);
  const refused = (...sentences: string[]): PluginCheck => ({
    name,
    runs: false,
    outlook: 'none',
    sentences,
  });
  if (!found.package.ok) return refused(found.package.error);
  const { value: about } = found.package;
  if (!about.platforms.includes('web')) {
    return refused(`its "platforms" don’t include "web", only ${about.platforms.join(', ') || 'none'}.`);
  }
  if (about.participantRoles.length === 0) {
    return refused('its "participantRoles" include neither "chair" nor "guest".');
  }
  const source = files.get(onDisk(about.srcURL));
  if (!source) return refused(`its source file ${onDisk(about.srcURL)} is missing.`);
  const { items } = about.menuItems;
  const script = new TextDecoder().decode(source);
  const { faults, notes, outlook, obstacles } = lookAtSource(
    onDisk(about.srcURL),
    script,
    [...new Set([found.entry.id, about.id])],
    items.flatMap(({ action }) => action ?? []),
  );
  if (faults.length > 0) return refused(...faults);
  const named = [...script.matchAll(STATE_ICON)].map(([, icon = '']) => placeIcon(icon, found.path));
  const shown = new Set([...items.flatMap(({ icon }) => icon ?? []), ...named]);
  const icons = [...shown].flatMap((icon) => faultOfIcon(files, icon));
  const toKnow = [...found.notes, ...whenItRuns(found, about.allowUnload), ...icons, ...notes];
  return { name, runs: true, outlook, sentences: [...obstacles, ...toKnow] };
}

function whenItRuns({ entry }: FoundPlugin, allowUnload: boolean): string[] {
  if (entry.enabled) return [];
  return allowUnload
    ? ['It is off until the user turns it on in Settings > Plugin.']
    : ['It is off, and users cannot turn it on: "enabled" and "allowUnload" are both false.'];
}

function faultOfIcon(files: Files, icon: string): string[] {
  const [file = '', id] = icon.split('#');
  const svg = files.get(onDisk(file));
  if (!svg) return [`Its icon ${file} is missing. A default icon is shown.`];
  if (!id || new TextDecoder().decode(svg).includes(`id="${id}"`)) return [];
  return [`Its icon ${file} has no id="${id}". A default icon is shown.`];
}
