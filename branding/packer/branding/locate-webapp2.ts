import { type JsonObject, memberOf, nameOf, repeatedHere } from '../json/node';
import { readJson } from '../json/text';
import { type Attempt, refuse } from '../refusal';
import type { Archive, ZipEntry } from '../zip/archive';

/** A JSON file of a branding, read. */
export interface JsonEntry {
  entry: ZipEntry;
  text: string;
  root: JsonObject;
}

/** The parts of a Webapp2 branding that decide about its plugins. */
interface Webapp2Branding {
  /** The folder of both files, with a slash at its end; empty for the archive's root. */
  root: string;
  /** Absent in the package that Infinity itself comes with: administrators create it. */
  settings: JsonEntry | undefined;
  manifest: JsonEntry;
}

const ROOTS = ['webapp2/', ''];

/** Whether an archive has a Webapp2 branding and none for Web App 3. */
export function isWebapp2Branding({ entries }: Archive): boolean {
  const paths = new Set(entries.map(({ path }) => path));
  if (entries.some(({ path }) => /^(?:webapp3|branding)\//.test(path))) return false;
  return entries.some(({ path }) => path.startsWith('webapp2/')) || paths.has('settings.json');
}

/** Finds manifest.json and settings.json of a Webapp2 branding. */
export function locateWebapp2({ entries }: Archive): Attempt<Webapp2Branding> {
  const at = (path: string) => entries.find((entry) => entry.path === path && !entry.isFolder);
  const root = ROOTS.find((each) => at(`${each}settings.json`) ?? at(`${each}manifest.json`)) ?? 'webapp2/';
  const [settings, manifest] = [at(`${root}settings.json`), at(`${root}manifest.json`)];
  if (!manifest) {
    const what = `There is no ${root}manifest.json. A Webapp2 branding has it beside settings.json.`;
    return refuse('no-manifest', what);
  }
  const second = readEntry(manifest);
  if (!second.ok) return second;
  if (!settings) return { ok: true, value: { root, settings: undefined, manifest: second.value } };
  const first = readEntry(settings);
  if (!first.ok) return first;
  return { ok: true, value: { root, settings: first.value, manifest: second.value } };
}

function readEntry(entry: ZipEntry): Attempt<JsonEntry> {
  const json = readJson(entry.content);
  if (!json.ok) {
    const { message, position } = json.error;
    const where = position ? `${entry.path}, line ${position.line}, column ${position.column}` : entry.path;
    return refuse('broken-json', `${where}: ${message}. Webapp2 can’t read this file either. Fix it first.`);
  }
  const { text, root } = json.value;
  if (root.kind !== 'object')
    return refuse('not-a-branding', `${entry.path} is ${nameOf(root)}, not an object.`);
  const [twice] = repeatedHere(root);
  if (twice)
    return refuse('broken-json', `${entry.path} has "${twice.second.key}" twice. Remove one of them.`);
  if (memberOf(root, 'manifest_version')) {
    return refuse('not-a-branding', `${entry.path} belongs to a browser extension, not to a branding.`);
  }
  return { ok: true, value: { entry, text, root } };
}
