import type { PanelStorage } from '../../settings/storage/area';
import { PRESET_STRINGS } from '../../strings/presets';
import { NameField } from '../ui/name-field';

type Props = { suggestion: string; storage: PanelStorage; onName(name: string): void; onCancel(): void };

/** Asks for the name of a new preset. */
export const NamePreset = (props: Props) => (
  <NameField id="preset-name" label={PRESET_STRINGS.saveAs} save={PRESET_STRINGS.savePreset} {...props} />
);
