import type { Webapp2Bundle } from '../../branding/packer/branding/merge-webapp2';
import type { Files } from '../../branding/packer/zip/write';
import { PLUGIN_ID } from '../../protocol/plugin-id';
import type { Result } from '../../protocol/result';

/** Where the plugin is in the bundle, and what its files are called. */
const FOLDER = `plugins/${PLUGIN_ID}/`;
const SOURCE = 'external-chat.plugin.js';
const PACKAGE = 'external-chat.plugin.package.json';

interface Webapp2Options {
  version: string;
  /** Another number at each upload, or Webapp2 keeps the branding that it has. */
  brandingId: string;
}

/**
 * Puts the Webapp2 branding together, by path in its `webapp2/` folder.
 *
 * @param built the built plugin and its icons, by path in its folder
 * @see Plugin guide, "Deploying your plugins"
 */
export function composeWebapp2(
  built: Files,
  { version, brandingId }: Webapp2Options,
): Result<Map<string, Uint8Array>> {
  if (!built.has(SOURCE)) {
    return { ok: false, error: `.output/webapp2/${SOURCE} is missing. Run "npm run build" first.` };
  }
  const manifest = {
    brandingID: brandingId,
    isSettingsBranded: true,
    isWatermarkBranded: false,
    isStylesBranded: false,
  };
  const settings = { plugins: [{ id: PLUGIN_ID, srcURL: `${FOLDER}${PACKAGE}`, enabled: true }] };
  const files = new Map<string, Uint8Array>([
    ['manifest.json', json(manifest)],
    ['settings.json', json(settings)],
    [`${FOLDER}${PACKAGE}`, json(packageFile(version))],
  ]);
  for (const [path, content] of built) files.set(FOLDER + path, content);
  return { ok: true, value: files };
}

/** The part of a bundle that goes into a branding that is there already. */
export function webapp2PluginOf(bundle: Files): Webapp2Bundle {
  const own = [...bundle].flatMap(([path, content]): [string, Uint8Array][] =>
    path.startsWith(FOLDER) ? [[path.slice(FOLDER.length), content]] : [],
  );
  return { id: PLUGIN_ID, packageFile: PACKAGE, files: new Map(own) };
}

/** @see Plugin guide, "Plugin package file" */
const packageFile = (version: string) => ({
  id: PLUGIN_ID,
  name: 'External Chat',
  description: 'Opens the host page’s chat and lets that page dial out',
  version,
  srcURL: SOURCE,
  allowUnload: false,
  platforms: ['web'],
  participantRoles: ['chair', 'guest'],
  menuItems: { toolbar: [{ icon: null, label: null, action: 'toggleChat' }] },
});

const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
