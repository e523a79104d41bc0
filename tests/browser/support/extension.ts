import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Surface } from '../harness/browser';

/** A copy of a built extension with something else in its manifest. */
export function extensionWith(build: string, changes: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'extension-'));
  cpSync(build, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...manifest, ...changes }));
  return folder;
}

/** What the toolbar icon says of the tab in front, asked from a page of the extension. */
export const iconSays = (page: Surface): Promise<{ title: string; badge: string }> =>
  page.evaluate(async () => {
    const api = Reflect.get(window, 'browser') ?? Reflect.get(window, 'chrome');
    const [{ id: tabId }] = await api.tabs.query({ active: true, currentWindow: true });
    const [title, badge] = await Promise.all([
      api.action.getTitle({ tabId }) as Promise<string>,
      api.action.getBadgeText({ tabId }) as Promise<string>,
    ]);
    return { title, badge };
  });
