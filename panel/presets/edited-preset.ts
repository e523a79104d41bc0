import type { Preset } from '../../settings/presets/preset';
import { EMPTY_DRAFT } from '../request/draft';
import { type KeptDraft, readDraft } from '../request/kept-draft';

/** What the editor of a preset has in it. */
export type EditedPreset = KeptDraft & { id: string; name: string; group: string };

/** What the editor has in it at first. */
export function editedPreset({ id, name, group = '', request }: Preset): EditedPreset {
  // Auto gives way to what a new destination says.
  const protocol = request.protocol === 'auto' ? '' : request.protocol;
  return { id, name, group, draft: { ...EMPTY_DRAFT, ...request, protocol }, isExact: true };
}

/** Reads what the editor of the panel before has left. */
export function readEdited(kept: unknown): EditedPreset | undefined {
  const { id, name, group } = Object(kept);
  const draft = readDraft(kept);
  const isWhole = [id, name, group].every((text) => typeof text === 'string');
  return draft && isWhole ? { id, name, group, ...draft } : undefined;
}
