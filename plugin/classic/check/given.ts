import { readZip } from '../../../branding/packer/zip/read';
import type { Files } from '../../../branding/packer/zip/write';
import type { Result } from '../../../protocol/result';

/** Reads the files of a branding ZIP by path. */
export function filesOfZip(zip: Uint8Array): Result<Files> {
  const archive = readZip(zip);
  if (!archive.ok) return { ok: false, error: archive.error.message };
  return { ok: true, value: new Map(archive.value.entries.map(({ path, content }) => [path, content])) };
}

/**
 * Returns the files of the folder that holds settings.json, by path in that folder. Brandings have it at
 * their root, in `webapp2/`, or one folder down, as ZIP tools put everything into a folder.
 *
 * @param name what a person called the files, for the error
 */
export function settingsFolder(all: Files, name: string): Result<Files> {
  const places = [...all.keys()].filter((path) => /(?:^|\/)settings\.json$/.test(path));
  const byDepth = places.toSorted((a, b) => a.split('/').length - b.split('/').length);
  // Not the settings of a plugin.
  const place = byDepth.find((path) => !/(?:^|\/)(?:plugins|webapp3|__MACOSX)\//.test(path));
  if (place === undefined) {
    return {
      ok: false,
      error: `There is no settings.json in ${name}. Give a Webapp2 branding: its ZIP, its folder, or its webapp2 folder.`,
    };
  }
  const prefix = place.slice(0, -'settings.json'.length);
  const own = [...all].filter(([path]) => path.startsWith(prefix));
  return { ok: true, value: new Map(own.map(([path, content]) => [path.slice(prefix.length), content])) };
}
