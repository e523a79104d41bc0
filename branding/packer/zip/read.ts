import { type Attempt, refuse } from '../refusal';
import type { Archive, ZipEntry } from './archive';
import { type DirectoryRecord, readDirectory } from './directory';
import { readEnd } from './end';
import { checkNames } from './names';
import { unpack } from './unpack';

/** What a branding never exceeds; brandings have some ten files and some megabytes. */
const LIMITS = {
  entries: 10_000,
  /** Unpacked, in bytes. */
  size: 256 * 2 ** 20,
  /** Unpacked to packed; counts only from `ratioFrom` bytes on, since a small empty picture packs as well. */
  ratio: 100,
  ratioFrom: 16 * 2 ** 20,
} as const;

/**
 * Reads an untrusted ZIP.
 *
 * All declarations are checked before anything is unpacked, and everything unpacked is compared with them:
 * encryption, names that lead outside, repeated names, overlapping entries, decompression bombs, damage. The
 * raw records are kept, so that `joinZip` can write them back unchanged.
 */
export function readZip(bytes: Uint8Array): Attempt<Archive> {
  const end = readEnd(bytes);
  if (!end.ok) return end;
  if (end.value.count > LIMITS.entries) {
    return refuse(
      'bomb',
      `The archive has ${end.value.count} entries; a branding package has at most ${LIMITS.entries}.`,
    );
  }
  const directory = readDirectory(bytes, end.value);
  if (!directory.ok) return directory;
  const records = directory.value;
  const names = checkNames(records);
  if (!names.ok) return names;
  const bomb = refuseBomb(records, bytes.length);
  if (bomb) return bomb;
  const locals = sliceLocals(bytes, records, end.value.offset);
  if (!locals.ok) return locals;

  const entries: ZipEntry[] = [];
  for (const [index, record] of records.entries()) {
    const name = names.value[index];
    const local = locals.value.get(record);
    if (!name || !local) throw new Error('unreachable: every record has a name and a place');
    const content = unpack(record, local);
    if (!content.ok) return content;
    entries.push({
      ...name,
      content: content.value,
      local,
      central: record.bytes,
      wideOffsetAt: record.wideOffsetAt,
    });
  }
  return { ok: true, value: { entries, comment: end.value.comment } };
}

function refuseBomb(records: readonly DirectoryRecord[], packed: number) {
  const size = records.reduce((sum, record) => sum + record.size, 0);
  const megabytes = Math.round(size / 2 ** 20);
  if (size > LIMITS.size || (size > LIMITS.ratioFrom && size / packed > LIMITS.ratio)) {
    return refuse(
      'bomb',
      `The archive would unpack to ${megabytes} MB, which is ${Math.round(size / packed)} times its own size. This isn’t a branding package.`,
    );
  }
  return undefined;
}

/**
 * Cuts the archive at its local headers. Entries that share bytes are how a small file unpacks to a huge
 * one.
 */
function sliceLocals(
  bytes: Uint8Array,
  records: readonly DirectoryRecord[],
  directoryAt: number,
): Attempt<Map<DirectoryRecord, Uint8Array>> {
  const sorted = [...records].sort((a, b) => a.localOffset - b.localOffset);
  const locals = new Map<DirectoryRecord, Uint8Array>();
  if ((sorted[0]?.localOffset ?? 0) !== 0) {
    return refuse(
      'unsupported',
      'The archive has data before its first entry, like a self-extracting archive. Pack it as a plain ZIP.',
    );
  }
  for (const [index, record] of sorted.entries()) {
    const end = sorted[index + 1]?.localOffset ?? directoryAt;
    // 30 bytes of header and the name are the least that an entry takes beside its data.
    if (
      end - record.localOffset < 30 + record.nameBytes.length + record.compressedSize &&
      sorted[index + 1]
    ) {
      return refuse(
        'bomb',
        `${record.name} overlaps with another entry, as in a decompression bomb. This isn’t a branding package.`,
      );
    }
    locals.set(record, bytes.subarray(record.localOffset, end));
  }
  return { ok: true, value: locals };
}
