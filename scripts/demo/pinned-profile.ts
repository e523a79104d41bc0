import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surface } from '../../tests/browser/harness/browser';

/** Makes a profile for Chromium whose toolbar shows the icon of the extension in this folder. */
export function createPinnedProfile(extensionDir: string): string {
  const profile = mkdtempSync(join(tmpdir(), 'external-chat-demo-'));
  const preferences = { extensions: { pinned_extensions: [idOf(extensionDir)] } };
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

/**
 * The id that Chromium gives an unpacked extension: from its key, or else from its path.
 * @see https://developer.chrome.com/docs/extensions/reference/manifest/key
 */
function idOf(extensionDir: string): string {
  const { key } = Object(JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')));
  const source = typeof key === 'string' ? Buffer.from(key, 'base64') : realpathSync(extensionDir);
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return [...digest].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
