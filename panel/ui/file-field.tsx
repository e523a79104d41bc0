import type { TargetedEvent } from 'preact';
import { type DecodedText, decodeText } from './decode-text';
import { describedControl, FieldFrame } from './field-frame';

/** What somebody has chosen; without `text` it is larger than it may be, and was not read. */
export type PickedFile = { name: string; text?: string; decoded?: DecodedText; bytes?: Uint8Array };

/** The largest table or list that is read from a file. */
export const MAX_IMPORT_BYTES = 5_000_000;

type Props = {
  id: string;
  label: string;
  /** As the attribute of that name has it. */
  accept: string;
  /** How many bytes the file may have. */
  max: number;
  /** What is wrong with the file that was chosen; absent where that is said elsewhere. */
  problem?: string;
  help?: string;
  onFile(file: PickedFile): void;
};

/** A field to choose a text file from this device with. */
export function FileField({ id, label, accept, max, problem, help, onFile }: Props) {
  const read = async ({ currentTarget: input }: TargetedEvent<HTMLInputElement>) => {
    const [file] = input.files ?? [];
    if (!file) return;
    onFile(await readFile(file, max));
    // So that the same file, mended, can be chosen again.
    input.value = '';
  };
  const texts = { id, label, help, error: problem };
  return (
    <FieldFrame texts={texts}>
      <input
        {...describedControl(texts)}
        type="file"
        accept={accept}
        onChange={(event) => void read(event)}
      />
    </FieldFrame>
  );
}

/** Reads a text file in the encoding that it seems to have, unless it has more bytes than `max`. */
export async function readFile(file: File, max: number): Promise<PickedFile> {
  if (file.size > max) return { name: file.name };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decoded = decodeText(bytes, navigator.language);
  return { name: file.name, text: decoded.text, decoded, bytes };
}
