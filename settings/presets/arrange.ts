import type { Preset } from './preset';

/** Where a preset is dropped: beside another, whose group it takes. */
export type DropTarget = { id: string; side: 'before' | 'after' };

/** Returns the presets with each group together: those of none first, then groups as they first appear. */
export function grouped(presets: readonly Preset[]): readonly Preset[] {
  const groups = [...new Set(['', ...presets.map(groupOf)])];
  return groups.flatMap((group) => presets.filter((preset) => groupOf(preset) === group));
}

/** Moves a preset one place up or down; at the edge of its group it goes into the next one. */
export function moved(presets: readonly Preset[], id: string, by: -1 | 1): readonly Preset[] {
  const all = grouped(presets);
  const at = all.findIndex((each) => each.id === id);
  const [preset, other] = [all[at], all[at + by]];
  if (!preset) return all;
  // Above the first group there is room for presets of none.
  if (!other) return by === -1 ? all.with(at, inGroup(preset, undefined)) : all;
  if (groupOf(other) !== groupOf(preset)) return all.with(at, inGroup(preset, other.group));
  return all.with(at, other).with(at + by, preset);
}

/** Puts a preset beside another, into its group. */
export function dropped(presets: readonly Preset[], id: string, { id: to, side }: DropTarget) {
  const all = grouped(presets);
  const preset = all.find((each) => each.id === id);
  const target = all.find((each) => each.id === to);
  if (!preset || !target || preset === target) return all;
  const put = inGroup(preset, target.group);
  return all
    .filter((each) => each !== preset)
    .flatMap((each) => (each !== target ? [each] : side === 'before' ? [put, each] : [each, put]));
}

const groupOf = ({ group = '' }: Preset): string => group;

function inGroup({ group: _, ...preset }: Preset, group: string | undefined): Preset {
  return group ? { ...preset, group } : preset;
}
