import { type Attempt, refuse } from '../refusal';
import { END, viewOf, ZIP64_LOCATOR } from './archive';

/** Where the central directory is, and how many records it has. */
export interface DirectoryEnd {
  offset: number;
  count: number;
  comment: Uint8Array;
  /** Where the directory ends: the archive's last record. */
  end: number;
}

const MAX_COMMENT = 0xffff;
const damaged = (what: string) =>
  refuse('damaged', `The archive is damaged: ${what}. Download or pack it again.`);

/**
 * Finds the record that ends a ZIP. It has to be the very last thing in the file and the directory has to
 * stand right before it, so that no two readers can take two different directories from one file.
 */
export function readEnd(bytes: Uint8Array): Attempt<DirectoryEnd> {
  const view = viewOf(bytes);
  const at = findEnd(bytes, view);
  if (at === undefined) {
    const begins = bytes.length >= 4 ? view.getUint32(0, true) : 0;
    return (begins & 0xffff) === 0x4b50
      ? damaged('the file is incomplete')
      : refuse(
          'not-a-zip',
          'This isn’t a ZIP file. Use the branding package as downloaded from the Management Node.',
        );
  }
  const zip64At = at - ZIP64_LOCATOR.size;
  const isZip64 = zip64At >= 0 && view.getUint32(zip64At, true) === ZIP64_LOCATOR.signature;
  const count = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 12, true);
  const offset = view.getUint32(at + 16, true);
  if (isZip64 || count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    return refuse(
      'unsupported',
      'The archive is in the ZIP64 format, which is for more than 4 GB or 65,535 files. Pack it with an ordinary ZIP tool.',
    );
  }
  if (
    view.getUint16(at + 4, true) !== 0 ||
    view.getUint16(at + 6, true) !== 0 ||
    view.getUint16(at + 8, true) !== count
  ) {
    return refuse('unsupported', 'The archive is one part of several. Join them into one ZIP.');
  }
  if (offset + size !== at) return damaged('its directory is not where it says');
  return { ok: true, value: { offset, count, end: at, comment: bytes.subarray(at + END.size) } };
}

function findEnd(bytes: Uint8Array, view: DataView): number | undefined {
  const first = Math.max(0, bytes.length - END.size - MAX_COMMENT);
  for (let at = bytes.length - END.size; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END.signature) continue;
    if (at + END.size + view.getUint16(at + 20, true) === bytes.length) return at;
  }
  return undefined;
}
