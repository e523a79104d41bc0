import { type Attempt, refuse } from '../refusal';
import { END, viewOf, ZIP64_END, ZIP64_LOCATOR } from './archive';

/** Where the central directory is, and how many records it has. */
export interface DirectoryEnd {
  offset: number;
  count: number;
  comment: Uint8Array;
  /** Where the directory ends and the archive's last records begin. */
  end: number;
}

const MAX_COMMENT = 0xffff;
const damaged = (what: string) =>
  refuse('damaged', `The archive is damaged: ${what}. Download or pack it again.`);

/**
 * Finds the record that ends a ZIP. Only zeros may follow it, as tape-minded packers add them to fill a
 * block, and the directory has to stand right before it, so that no two readers can take two different
 * directories from one file. A ZIP64 end record is held to the same, and to the ordinary one beside it.
 */
export function readEnd(bytes: Uint8Array): Attempt<DirectoryEnd> {
  const view = viewOf(bytes);
  const at = findEnd(bytes, view);
  if (at === undefined) return refuseWithoutEnd(bytes, view);
  if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0) return severalParts();
  const plain: Totals = {
    countHere: view.getUint16(at + 8, true),
    count: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
  const commentAt = at + END.size;
  const comment = bytes.subarray(commentAt, commentAt + view.getUint16(at + 20, true));
  const locatorAt = at - ZIP64_LOCATOR.size;
  const isZip64 = locatorAt >= 0 && view.getUint32(locatorAt, true) === ZIP64_LOCATOR.signature;
  const totals = isZip64 ? readZip64(view, locatorAt) : { ok: true as const, value: { ...plain, at } };
  if (!totals.ok) return totals;
  const { countHere, count, size, offset, at: end } = totals.value;
  if (isZip64 && !agree(plain, totals.value)) return damaged('its two end records disagree');
  if (!isZip64 && FIELDS.some((field) => plain[field] === IN_ZIP64[field]))
    return damaged('its ZIP64 end record is missing');
  if (countHere !== count) return severalParts();
  if (offset + size !== end) return damaged('its directory is not at the given position');
  return { ok: true, value: { offset, count, end, comment } };
}

interface Totals {
  countHere: number;
  count: number;
  size: number;
  offset: number;
}

/** The least value of each field that refers to the ZIP64 record instead. */
const IN_ZIP64: Totals = { countHere: 0xffff, count: 0xffff, size: 0xffffffff, offset: 0xffffffff };

const FIELDS = ['countHere', 'count', 'size', 'offset'] as const;

const agree = (plain: Totals, wide: Totals) =>
  FIELDS.every((field) => plain[field] === wide[field] || plain[field] === IN_ZIP64[field]);

const severalParts = () =>
  refuse('unsupported', 'The archive is one part of several. Join them into one ZIP.');

/** Reads the ZIP64 end record, which has to stand right before its locator; APPNOTE.txt 4.3.14, 4.3.15. */
function readZip64(view: DataView, locatorAt: number): Attempt<Totals & { at: number }> {
  const at = locatorAt - ZIP64_END.size;
  const wide = (from: number) => Number(view.getBigUint64(from, true));
  if (
    at < 0 ||
    view.getUint32(at, true) !== ZIP64_END.signature ||
    wide(at + 4) !== ZIP64_END.size - 12 ||
    wide(locatorAt + 8) !== at
  ) {
    return damaged('its ZIP64 end record can’t be read');
  }
  const disks = [locatorAt + 4, at + 16, at + 20].map((from) => view.getUint32(from, true));
  if (disks.some((disk) => disk !== 0)) return severalParts();
  const totals = {
    countHere: wide(at + 24),
    count: wide(at + 32),
    size: wide(at + 40),
    offset: wide(at + 48),
  };
  return { ok: true, value: { ...totals, at } };
}

function findEnd(bytes: Uint8Array, view: DataView): number | undefined {
  const written = bytes.findLastIndex((byte) => byte !== 0) + 1;
  const first = Math.max(0, written - END.size - MAX_COMMENT);
  for (let at = bytes.length - END.size; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END.signature) continue;
    const end = at + END.size + view.getUint16(at + 20, true);
    if (end >= written && end <= bytes.length) return at;
  }
  return undefined;
}

function refuseWithoutEnd(bytes: Uint8Array, view: DataView) {
  const begins = bytes.length >= 4 ? view.getUint32(0, true) : 0;
  if ((begins & 0xffff) !== 0x4b50)
    return refuse(
      'not-a-zip',
      'This isn’t a ZIP file. Use the branding package as downloaded from the Management Node.',
    );
  const behind = bytesBehindEnd(bytes, view);
  return behind === undefined
    ? damaged('the file is incomplete')
    : refuse(
        'unsupported',
        `The archive has ${behind} bytes after its end that don’t belong to it. Pack it again as a plain ZIP.`,
      );
}

/** How much follows the record that would be the end; `undefined` if there is none. */
function bytesBehindEnd(bytes: Uint8Array, view: DataView): number | undefined {
  for (let at = bytes.length - END.size; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END.signature) continue;
    const end = at + END.size + view.getUint16(at + 20, true);
    if (end < bytes.length && view.getUint32(at + 12, true) + view.getUint32(at + 16, true) <= at)
      return bytes.length - end;
  }
  return undefined;
}
