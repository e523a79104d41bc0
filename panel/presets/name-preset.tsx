import { PRESET_STRINGS } from '../../strings/presets';
import type { PanelContext } from '../state/context';
import type { NewPreset } from '../state/naming';
import { NameField } from '../ui/name-field';

type Props = {
  context: Pick<PanelContext, 'newPreset' | 'presets' | 'storage'>;
  preset: NewPreset;
};

/** Asks for the name of a new preset, and adds it. */
export function NamePreset({ context: { newPreset, presets, storage }, preset: { request, typed } }: Props) {
  const set = (next: NewPreset | undefined) => {
    newPreset.value = next;
  };
  return (
    <NameField
      id="preset-name"
      label={PRESET_STRINGS.saveAs}
      save={PRESET_STRINGS.savePreset}
      storage={storage}
      suggestion={request.remote_display_name ?? request.destination}
      typed={typed}
      onType={(text) => set({ request, typed: text })}
      onCancel={() => set(undefined)}
      onName={(name) => {
        void presets.load().then((loaded) => loaded.add(name, request));
        set(undefined);
      }}
    />
  );
}
