import { composeBundle, type PluginBundle } from '../../../branding/packer/branding/bundle';
import type { Files } from '../../../branding/packer/zip/write';
import type { Result } from '../../../protocol/result';
import { CLASSIC_PLUGIN_ID } from '../ids';
import { NODE_FOLDER } from '../package/packed-folder';

/** What of a Webapp2 branding belongs to its plugins; the rest is for Webapp2's own looks. */
const isOfPlugins = (path: string) => path === 'settings.json' || path.startsWith('plugins/');

/**
 * Puts the host and the organization's plugins into one plugin folder, each file of theirs as it stands.
 *
 * @param built the built host, by path in its folder
 * @param classic the organization's files, by path in the folder that holds settings.json
 */
export function joinClassic(built: Files, classic: Files): Result<Files> {
  if (!built.has('index.html') || !built.has('runtime.js')) {
    return { ok: false, error: '.output/classic is not built. Run "npm run build" first.' };
  }
  const own = [...classic].filter(([path]) => isOfPlugins(path));
  const placed = own.map(([path, content]): [string, Uint8Array] => [NODE_FOLDER + path, content]);
  return { ok: true, value: new Map([...built, ...placed]) };
}

/** The whole branding bundle, by path in the ZIP. */
export const composeClassicBundle = (
  manifest: Uint8Array,
  files: Files,
  version: string,
): Result<Map<string, Uint8Array>> => composeBundle(manifest, files, { version, relay: false });

/** The part of it that goes into a branding that is there already. */
export function classicPluginOf(manifest: { plugins: PluginBundle['entry'][] }, files: Files): PluginBundle {
  const entry = manifest.plugins.find(({ id }) => id === CLASSIC_PLUGIN_ID);
  if (!entry) throw new Error(`unreachable: our own manifest does not name ${CLASSIC_PLUGIN_ID}`);
  return { entry, files: new Map(files) };
}
