import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { HISTORY } from '../../../../panel/history/entry';
import { HISTORY_FROM } from '../../../../panel/history/forget';
import { readConfig } from '../../../../settings/chat/config';
import { LAYOUTS } from '../../../../settings/dock/layout';
import { readPresets } from '../../../../settings/presets/preset-area';
import { DEFAULT_SETTINGS } from '../../../../settings/settings';
import { createSettingsStore } from '../../../../settings/settings-store';
import { ALWAYS, WATCHED } from '../../../../settings/sites/stored';
import type { PanelStorage } from '../../../../settings/storage/area';
import { readItem } from '../../../../settings/storage/item';
import { memoryArea } from '../../../../settings/storage/memory';

type Stored = {
  local: Record<string, { version: number; value: unknown }>;
  sync: Record<string, { version: number; name: string; order: number; request: object }>;
};

/** What that version wrote: each kind, with every field, and a call of each outcome. */
const { local, sync } = JSON.parse(
  readFileSync('tests/fixtures/stored/settings-version-2.json', 'utf8'),
) as Stored;

let storage: PanelStorage;

beforeEach(() => {
  storage = { local: memoryArea(local), sync: memoryArea(sync), managed: memoryArea() };
});

/** The settings as they are opened, where nothing may be quarantined. */
async function openSettings() {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const { settings, quarantined, loaded } = createSettingsStore(storage, stop.signal);
  await loaded;
  expect(quarantined.value).toEqual([]);
  return settings.value;
}

const opened = (key: string) => local[key]?.value;

it('the settings of the version before open, and have the defaults of what is new', async () => {
  expect(await openSettings()).toEqual({ ...DEFAULT_SETTINGS, ...Object(opened('settings')) });
});

it('settings of the first version open, too', async () => {
  const { protocol, role, ...first } = Object(opened('settings'));
  await storage.local.set({ settings: { version: 1, value: first } });
  expect(await openSettings()).toEqual({ ...DEFAULT_SETTINGS, ...first });
});

it('the chat of the version before opens', async () => {
  expect((await readConfig(storage)).own).toEqual(opened('chat'));
});

it('the sites of the version before open, also as the bare list that they were at first', async () => {
  expect(await readItem(storage.local, ALWAYS)).toEqual(opened('sites'));
  expect(await readItem(storage.local, WATCHED)).toEqual(opened('watched-sites'));
  await storage.local.set({ 'watched-sites': opened('watched-sites') });
  expect(await readItem(storage.local, WATCHED)).toEqual(opened('watched-sites'));
});

it('where the dock was in the version before is known', async () => {
  expect(await readItem(storage.local, LAYOUTS)).toEqual(opened('dock-layouts'));
});

it('the history of the version before opens, and what was forgotten stays forgotten', async () => {
  expect(await readItem(storage.local, HISTORY)).toEqual(opened('history'));
  expect(await readItem(storage.local, HISTORY_FROM)).toBe(opened('history-from'));
});

it('the presets of the version before open in their order, synced or on this machine alone', async () => {
  const presets = Object.entries(sync).map(([key, { name, request }]) => ({
    id: key.replace('preset.', ''),
    name,
    request,
  }));
  expect(await readPresets(storage)).toEqual({ presets, area: { name: 'sync' } });
  await storage.local.set({ ...sync, 'presets.here': 'QUOTA_BYTES exceeded' });
  const here = { presets, area: { name: 'local', why: 'QUOTA_BYTES exceeded' } };
  expect(await readPresets({ ...storage, sync: memoryArea() })).toEqual(here);
});
