import type { Signal } from '@preact/signals';
import type { Preset } from '../../settings/presets/preset';
import { PRESET_STRINGS } from '../../strings/presets';
import { folded } from '../ui/folded';
import { TextField } from '../ui/text-field';

/** Fewer are seen at a glance. */
const SEARCH_FROM = 12;

/** The field that leaves only the presets in which something matches. It is there from twelve presets on. */
export function PresetSearch({ all, search }: { all: readonly Preset[]; search: Signal<string> }) {
  if (all.length < SEARCH_FROM) return null;
  return (
    <TextField
      id="preset-search"
      label={PRESET_STRINGS.search}
      attributes={{
        spellcheck: false,
        value: search.value,
        onInput: (event) => {
          search.value = event.currentTarget.value;
        },
      }}
    />
  );
}

/** The presets that match all words of a search, and all while there are too few to search. */
export function searchPresets(all: readonly Preset[], search: string): readonly Preset[] {
  if (all.length < SEARCH_FROM) return all;
  const words = folded(search).split(/\s+/);
  return all.filter(({ name, group = '', request }) => {
    const text = folded(`${name} ${group} ${request.destination}`);
    return words.every((word) => text.includes(word));
  });
}
