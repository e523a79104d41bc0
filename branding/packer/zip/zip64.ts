import { viewOf } from './archive';

/** The value of a 32-bit field whose real value is in the entry's ZIP64 field. */
const IN_ZIP64 = 0xffffffff;

/** APPNOTE.txt 4.5.3: 64-bit values of those fields alone that are `IN_ZIP64`, always in the same order. */
const FIELD = 0x0001;

/** Where an entry's extra fields are, within its record. */
export interface ExtraRange {
  start: number;
  end: number;
}

/** A value as read, and where in the record its 64 bits are if it came from the ZIP64 field. */
interface SizeValue {
  value: number;
  wideAt?: number;
}

/**
 * Reads a record's sizes and offset, from its ZIP64 field where the record refers to it.
 *
 * @param fields the record's 32-bit values, in the order of the ZIP64 field
 * @returns `undefined` if the ZIP64 field is missing, too short, given twice or beyond what a number holds
 */
export function readSizes(
  record: Uint8Array,
  fields: readonly number[],
  extra: ExtraRange,
): SizeValue[] | undefined {
  if (!fields.includes(IN_ZIP64)) return fields.map((value) => ({ value }));
  const [found, second] = fieldsIn(record, extra);
  if (!found || second) return undefined;
  const view = viewOf(record);
  const values: SizeValue[] = [];
  let at = found.start;
  for (const value of fields) {
    if (value !== IN_ZIP64) {
      values.push({ value });
      continue;
    }
    if (at + 8 > found.end) return undefined;
    const wide = Number(view.getBigUint64(at, true));
    if (!Number.isSafeInteger(wide)) return undefined;
    values.push({ value: wide, wideAt: at });
    at += 8;
  }
  return values;
}

function fieldsIn(record: Uint8Array, { start, end }: ExtraRange): ExtraRange[] {
  const view = viewOf(record);
  const found: ExtraRange[] = [];
  for (let at = start; at + 4 <= end; ) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (next > end) break;
    if (view.getUint16(at, true) === FIELD) found.push({ start: at + 4, end: next });
    at = next;
  }
  return found;
}
