import type { Result } from '../../../protocol/result';
import { readJson } from '../json/text';
import type { Files } from '../zip/write';
import { type Hideable, hideFunctionality } from './hide';
import type { PluginEntry } from './plugin-entry';
import { withHostOrigins, withRelay } from './src';

/** Where the bundle has its manifest and its plugins; the whole of `webapp3/` is what is uploaded. */
const BRANDING_FOLDER = 'webapp3/branding/';

/** Built always, shipped only with the relay. */
const RELAY_FILE = 'relay.js';

interface BundleOptions {
  /** The root package.json's: the one version of everything. */
  version: string;
  /** Grants `allow-same-origin` and asks the plugin for its relay; see docs/integrate/protocol.md. */
  relay: boolean;
  /** What of Web App 3's own interface the branding hides. */
  hide?: readonly Hideable[];
  /** The pages that may use the plugin; without it any page. */
  hostOrigins?: readonly string[];
}

/**
 * Puts the branding bundle together.
 *
 * @param template branding/manifest.json: everything but what depends on a build
 * @param built the built plugin, by path in its folder
 * @returns the bundle's files by their path in the ZIP, or what is missing
 */
export function composeBundle(
  template: Uint8Array,
  built: Files,
  { version, relay, hide = [], hostOrigins }: BundleOptions,
): Result<Map<string, Uint8Array>> {
  const json = readJson(template);
  if (!json.ok) return { ok: false, error: `branding/manifest.json: ${json.error.message}` };
  const manifest = JSON.parse(json.value.text) as Manifest;
  const [plugin] = manifest.plugins;
  if (!plugin) return { ok: false, error: 'branding/manifest.json doesn’t list a plugin.' };
  if (!built.has('index.html')) return missing('index.html');
  if (relay && !built.has(RELAY_FILE)) return missing(RELAY_FILE);
  const { name, ...meta } = manifest.meta;
  const complete = {
    ...manifest,
    meta: { name, brandVersion: version, ...meta },
    plugins: [entryOf(plugin, relay, hostOrigins)],
  };
  const text = hideFunctionality(`${JSON.stringify(complete, null, 2)}\n`, hide);
  if (!text.ok) return { ok: false, error: `branding/manifest.json: ${text.error}` };
  const files = new Map<string, Uint8Array>();
  files.set(`${BRANDING_FOLDER}manifest.json`, encode(text.value));
  for (const [path, content] of built) {
    if (path === RELAY_FILE && !relay) continue;
    files.set(`${BRANDING_FOLDER}plugins/${plugin.id}/${path}`, content);
  }
  return { ok: true, value: files };
}

/** What merging takes of a bundle. */
export interface PluginBundle {
  entry: PluginEntry;
  /** By path in the plugin's folder. */
  files: Map<string, Uint8Array>;
}

/** Takes the plugin out of a bundle that `composeBundle` made. */
export function pluginOf(bundle: Files): Result<PluginBundle> {
  const manifest = bundle.get(`${BRANDING_FOLDER}manifest.json`);
  const json = manifest && readJson(manifest);
  if (!json?.ok) return { ok: false, error: 'The plugin is not built. Run "npm run build:plugin" first.' };
  const { plugins } = JSON.parse(json.value.text) as Manifest;
  const [entry] = plugins;
  if (!entry) return { ok: false, error: 'branding/manifest.json doesn’t list a plugin.' };
  const folder = `${BRANDING_FOLDER}plugins/${entry.id}/`;
  const files = [...bundle].flatMap(([path, content]): [string, Uint8Array][] =>
    path.startsWith(folder) ? [[path.slice(folder.length), content]] : [],
  );
  return { ok: true, value: { entry, files: new Map(files) } };
}

/** Our own manifest, which a test holds to this shape. */
interface Manifest {
  meta: { name: string; baseColor: string };
  plugins: PluginEntry[];
}

function entryOf(entry: PluginEntry, relay: boolean, hostOrigins?: readonly string[]): PluginEntry {
  const src = withRelay(hostOrigins ? withHostOrigins(entry.src, hostOrigins) : entry.src, relay);
  return { ...entry, src, ...(relay && { sandboxValues: ['allow-same-origin'] }) };
}

const missing = (file: string) => ({
  ok: false as const,
  error: `.output/external-chat/${file} is missing. Run "npm run build:plugin" first.`,
});

const encode = (text: string) => new TextEncoder().encode(text);
