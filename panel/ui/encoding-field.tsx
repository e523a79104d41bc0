import { PRESET_STRINGS } from '../../strings/presets';
import { decodeText, ENCODINGS } from './decode-text';
import type { PickedFile } from './file-field';
import { SelectField } from './select-field';

type Props = { id: string; file: PickedFile | undefined; onFile(file: PickedFile): void };

/** Says which encoding was assumed for a file that names none, and reads it in another one. */
export function EncodingField({ id, file, onFile }: Props) {
  if (!file) return null;
  const { bytes, decoded } = file;
  if (!bytes || !decoded?.isAssumed) return null;
  const readAs = (encoding: string) => {
    const again = decodeText(bytes, navigator.language, encoding);
    onFile({ ...file, text: again.text, decoded: again });
  };
  return (
    <SelectField
      id={id}
      label={PRESET_STRINGS.encoding}
      help={PRESET_STRINGS.encodingHelp}
      value={decoded.encoding}
      choices={ENCODINGS.map((name) => [name, name] as const)}
      onChoose={readAs}
    />
  );
}
