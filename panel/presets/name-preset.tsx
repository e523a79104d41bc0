import type { DialRequest } from '../../protocol/dial-fields';
import { PRESET_STRINGS } from '../../strings/presets';
import type { PanelContext } from '../state/context';
import { NameField } from '../ui/name-field';

type Props = {
  context: Pick<PanelContext, 'presets' | 'storage'>;
  request: DialRequest;
  onDone(): void;
};

/** Asks for the name of a new preset, and adds it. */
export const NamePreset = ({ context: { presets, storage }, request, onDone }: Props) => (
  <NameField
    id="preset-name"
    label={PRESET_STRINGS.saveAs}
    save={PRESET_STRINGS.savePreset}
    storage={storage}
    suggestion={request.remote_display_name ?? request.destination}
    onCancel={onDone}
    onName={(name) => {
      void presets.load().then((loaded) => loaded.add(name, request));
      onDone();
    }}
  />
);
