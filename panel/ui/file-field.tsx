import type { TargetedEvent } from 'preact';
import { type DecodedText, decodeText } from './decode-text';

/** What somebody has chosen; without `text` it is larger than it may be, and was not read. */
export type PickedFile = { name: string; text?: string; decoded?: DecodedText; bytes?: Uint8Array };

type Props = {
  id: string;
  label: string;
  /** As the attribute of that name has it. */
  accept: string;
  /** How many bytes the file may have. */
  max: number;
  /** What is wrong with the file that was chosen; absent where that is said elsewhere. */
  problem?: string;
  onFile(file: PickedFile): void;
};

/** A field to choose a text file from this machine with. */
export function FileField({ id, label, accept, max, problem, onFile }: Props) {
  const read = async ({ currentTarget: input }: TargetedEvent<HTMLInputElement>) => {
    const [file] = input.files ?? [];
    if (!file) return;
    onFile(file.size <= max ? await readFile(file) : { name: file.name });
    // So that the same file, mended, can be chosen again.
    input.value = '';
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={(event) => void read(event)}
      />
      {problem !== undefined && (
        <p class="error" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

async function readFile(file: File): Promise<PickedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decoded = decodeText(bytes, navigator.language);
  return { name: file.name, text: decoded.text, decoded, bytes };
}
