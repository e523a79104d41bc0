import { itemsOf, type JsonNode, memberOf, nameOf, stringOf } from '../../../branding/packer/json/node';
import type { Result } from '../../../protocol/result';

/** A plugin as settings.json names it. */
export interface SettingsEntry {
  id: string;
  /** Of the package file, from the folder that holds settings.json. */
  srcURL: string;
  /** Whether it is loaded before anybody has chosen. */
  enabled: boolean;
}

/**
 * Reads the `plugins` block of settings.json; each entry for itself, so that a broken one costs only itself.
 * @see Plugin guide, "Specifying your plugins in settings.json"
 */
export function readSettings(root: JsonNode): Result<Result<SettingsEntry>[]> {
  const plugins = memberOf(root, 'plugins');
  if (plugins?.kind !== 'array') {
    const what = plugins
      ? `"plugins" is ${nameOf(plugins)}, but must be a list`
      : 'the list "plugins" is missing';
    return { ok: false, error: `settings.json: ${what}.` };
  }
  return { ok: true, value: itemsOf(plugins).map(readEntry) };
}

function readEntry(node: JsonNode, index: number): Result<SettingsEntry> {
  const id = stringOf(node, 'id');
  const srcURL = stringOf(node, 'srcURL');
  const name = `settings.json, plugin ${index + 1}`;
  if (!id) return { ok: false, error: `${name} has no "id", or one that isn’t text.` };
  if (!srcURL) return { ok: false, error: `${name}, "${id}", has no "srcURL", or one that isn’t text.` };
  const enabled = memberOf(node, 'enabled');
  if (enabled?.kind !== 'literal' || enabled.value === null) {
    return { ok: false, error: `${name}, "${id}": "enabled" must be true or false.` };
  }
  return { ok: true, value: { id, srcURL: withoutServerFolder(srcURL), enabled: enabled.value } };
}

/** On a Conferencing Node the files stand below custom_configuration/, and some settings say so. */
const withoutServerFolder = (path: string) => path.replace(/^(\.?\/)?custom_configuration\//, '');
