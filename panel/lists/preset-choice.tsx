import type { Preset } from '../../settings/presets/preset';
import { LIST_STRINGS } from '../../strings/lists';

/** More presets than this are folded, and a line says how many are selected. */
const MAX_UNFOLDED = 5;

type Props = { presets: readonly Preset[]; chosen: readonly string[]; onToggle(id: string): void };

/** Which presets are dialed along with the lines. */
export function PresetChoice({ presets, chosen, onToggle }: Props) {
  const choices = presets.map(({ id, name }) => (
    <label key={id} class="choice">
      <input type="checkbox" checked={chosen.includes(id)} onChange={() => onToggle(id)} />
      {name}
    </label>
  ));
  if (presets.length <= MAX_UNFOLDED)
    return (
      <fieldset class="wide">
        <legend>{LIST_STRINGS.presets}</legend>
        {choices}
      </fieldset>
    );
  const count = presets.filter(({ id }) => chosen.includes(id)).length;
  return (
    <details class="wide">
      <summary>{LIST_STRINGS.presetsSelected({ count, all: presets.length })}</summary>
      <fieldset class="list-presets" aria-label={LIST_STRINGS.presets}>
        {choices}
      </fieldset>
    </details>
  );
}
