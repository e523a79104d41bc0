import { createPresetsStore, type FixedPresets } from '../../settings/presets/presets-store';
import { DEFAULT_SETTINGS } from '../../settings/settings';
import { POLICY_STRINGS } from '../../strings/policy';

/** Follows the user's presets and the administrator's, which are read as the form reads a destination. */
export const createPanelPresets = (
  storage: Parameters<typeof createPresetsStore>[0],
  settings: Parameters<typeof createPresetsStore>[1],
  stop: AbortSignal,
) => createPresetsStore(storage, settings, readFixed, stop);

async function readFixed(entries: readonly unknown[], region: string): Promise<FixedPresets> {
  if (entries.length === 0) return { presets: [], problems: [] };
  const { readListed } = await import('./read-entry');
  const presets: FixedPresets['presets'][number][] = [];
  const problems: string[] = [];
  for (const [index, entry] of entries.entries()) {
    // Protocol and role do not follow the settings: a policy means the same for everybody.
    const read = await readListed(entry, { ...DEFAULT_SETTINGS, region });
    if (read.ok) presets.push({ name: read.value.name, request: read.value.request });
    else problems.push(POLICY_STRINGS.preset({ entry: index + 1, why: read.error }));
  }
  return { presets, problems };
}
