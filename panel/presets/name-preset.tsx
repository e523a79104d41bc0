import type { DialRequest } from '../../protocol/dial-fields';
import { PRESET_STRINGS } from '../../strings/presets';
import type { PanelContext } from '../state/context';
import { NameField } from '../ui/name-field';

type Props = { presets: PanelContext['presets']; request: DialRequest; onDone(): void };

/** Asks for the name of a new preset, and adds it. */
export const NamePreset = ({ presets, request, onDone }: Props) => (
  <NameField
    id="preset-name"
    label={PRESET_STRINGS.saveAs}
    save={PRESET_STRINGS.savePreset}
    suggestion={request.remote_display_name ?? request.destination}
    onCancel={onDone}
    onName={(name) => {
      void presets.load().then((loaded) => loaded.add(name, request));
      onDone();
    }}
  />
);
