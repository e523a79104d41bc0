import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { allowInPrivateWindows } from './chrome-windows';
import { runInChrome } from './firefox';
import type { Marionette } from './marionette';

function idOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}

/** The id of an unpacked extension, if it was installed in a profile for good. */
export function installedIn(profile: string, folder: string): string | undefined {
  const id = idOf(folder);
  return existsSync(join(profile, 'extensions', `${id}.xpi`)) ? id : undefined;
}

/**
 * Installs an unpacked extension so that it outlives the browser: only packed ones do. It is let into private
 * windows as Firefox asks at an installation, before the extension runs. Its id.
 */
export async function installForGood(
  marionette: Marionette,
  folder: string,
  allowPrivateBrowsing = false,
): Promise<string> {
  const made = mkdtempSync(join(tmpdir(), 'packed-'));
  const path = join(made, 'extension.xpi');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const content = files.map(({ parentPath, name }) => {
    const file = join(parentPath, name);
    return [file.slice(join(folder, '/').length), readFileSync(file)] as const;
  });
  writeFileSync(path, zipSync(Object.fromEntries(content), { level: 0 }));
  try {
    if (allowPrivateBrowsing) await runInChrome(marionette, allowInPrivateWindows, idOf(folder));
    const { value } = (await marionette.send('Addon:Install', { path, temporary: false })) as {
      value: string;
    };
    return value;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
