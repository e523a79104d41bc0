import type { Result } from '../../../protocol/result';
import { type ReadFile, readJsonFile } from './json-file';
import { type PackageFile, readPackageFile } from './package-file';
import { resolvePath } from './paths';
import { readSettings, type SettingsEntry } from './settings';

/** A plugin as its files describe it, or the sentence that says why there is none. */
export interface FoundPlugin {
  entry: SettingsEntry;
  /** Of the package file, from the folder of settings.json. */
  path: string;
  package: Result<PackageFile>;
  /** What a person should know about a plugin that can run anyway. */
  notes: string[];
}

/** What settings.json and the files that it names say. */
interface Found {
  plugins: FoundPlugin[];
  /** What is wrong with settings.json itself, a sentence each. */
  faults: string[];
}

/** Reads settings.json and every package file. The host and the packing tool both go by what it says. */
export async function readPlugins(read: ReadFile): Promise<Found> {
  const json = await readJsonFile(read, 'settings.json');
  const settings = json.ok ? readSettings(json.value) : json;
  if (!settings.ok) return { plugins: [], faults: [settings.error] };
  const faults: string[] = [];
  const entries: SettingsEntry[] = [];
  for (const entry of settings.value) {
    if (!entry.ok) faults.push(entry.error);
    else if (entries.some(({ id }) => id === entry.value.id)) {
      faults.push(`settings.json: the id "${entry.value.id}" is given twice, and the second is left out.`);
    } else entries.push(entry.value);
  }
  return { plugins: await Promise.all(entries.map((entry) => readPlugin(read, entry))), faults };
}

async function readPlugin(read: ReadFile, entry: SettingsEntry): Promise<FoundPlugin> {
  const path = resolvePath(entry.srcURL, 'settings.json');
  if (path === undefined) {
    const error = `settings.json: "srcURL" of "${entry.id}" leads to another server: ${entry.srcURL}.`;
    return { entry, path: entry.srcURL, package: { ok: false, error }, notes: [] };
  }
  const json = await readJsonFile(read, path);
  const described = json.ok ? readPackageFile(json.value, path) : json;
  // Published plugins differ here, and ran: whether the source file's id fits either is what counts.
  const differs = described.ok && described.value.id !== entry.id;
  const notes = differs
    ? [
        `settings.json calls it "${entry.id}", its package file "${described.value.id}". Both ids are accepted.`,
      ]
    : [];
  return { entry, path, package: described, notes };
}
