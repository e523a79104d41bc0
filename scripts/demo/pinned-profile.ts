import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idOf } from '../../browser/build/organization';
import type { Surface } from '../../tests/browser/harness/browser';

/** Makes a profile for Chromium whose toolbar shows the icon of the extension in this folder. */
export function createPinnedProfile(extensionDir: string): string {
  const profile = mkdtempSync(join(tmpdir(), 'external-chat-demo-'));
  const preferences = { extensions: { pinned_extensions: [idOf(idSourceOf(extensionDir))] } };
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** Whether the icon is there: Chromium is asked, in a page of the extension. */
export const isInToolbar = (ownPage: Surface): Promise<boolean> =>
  ownPage.evaluate(async () => {
    const { action } = Reflect.get(window, 'chrome');
    return (await action.getUserSettings()).isOnToolbar === true;
  });

/** What Chromium makes the id of an unpacked extension from: its key, or else its path. */
function idSourceOf(extensionDir: string): Buffer | string {
  const { key } = Object(JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')));
  return typeof key === 'string' ? Buffer.from(key, 'base64') : realpathSync(extensionDir);
}
