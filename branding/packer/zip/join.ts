import { type Archive, CENTRAL, END, viewOf } from './archive';

/**
 * Writes entries that were read by `readZip` into one ZIP, in their order.
 *
 * Kept byte for byte: each entry's local header, compressed data and data descriptor; its record in the
 * directory with name, time, attributes, extra fields and comment; the archive's comment. Only the record's
 * offset changes, in its ZIP64 field where it stands there. A ZIP64 end record is left out: it says nothing
 * that the ordinary one does not. An entry whose record came last in the directory may come earlier in the
 * file than before.
 */
export function joinZip({ entries, comment }: Archive): Uint8Array {
  const localSize = entries.reduce((sum, { local }) => sum + local.length, 0);
  const centralSize = entries.reduce((sum, { central }) => sum + central.length, 0);
  const joined = new Uint8Array(localSize + centralSize + END.size + comment.length);
  const view = viewOf(joined);
  let localAt = 0;
  let centralAt = localSize;
  for (const { local, central, wideOffsetAt } of entries) {
    joined.set(local, localAt);
    joined.set(central, centralAt);
    if (wideOffsetAt === undefined) view.setUint32(centralAt + CENTRAL.localOffset, localAt, true);
    else view.setBigUint64(centralAt + wideOffsetAt, BigInt(localAt), true);
    localAt += local.length;
    centralAt += central.length;
  }
  view.setUint32(centralAt, END.signature, true);
  view.setUint16(centralAt + 8, entries.length, true);
  view.setUint16(centralAt + 10, entries.length, true);
  view.setUint32(centralAt + 12, centralSize, true);
  view.setUint32(centralAt + 16, localSize, true);
  view.setUint16(centralAt + 20, comment.length, true);
  joined.set(comment, centralAt + END.size);
  return joined;
}
