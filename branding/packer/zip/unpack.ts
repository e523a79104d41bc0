import { crc32, inflateRawSync } from 'node:zlib';
import { type Attempt, refuse } from '../refusal';
import { LOCAL, viewOf } from './archive';
import { type DirectoryRecord, refuseSecondName, STORED } from './directory';
import { type ExtraRange, readSizes } from './zip64';

const HAS_DESCRIPTOR = 0x0008;

/**
 * Unpacks one entry and holds it to what the directory says of it: name, method, sizes and CRC-32.
 *
 * @param local the archive's bytes from the entry's local header to the next entry's
 */
export function unpack(record: DirectoryRecord, local: Uint8Array): Attempt<Uint8Array> {
  const damaged = (what: string) =>
    refuse('damaged', `The archive is damaged: ${record.name} ${what}. Download or pack it again.`);
  const view = viewOf(local);
  if (local.length < LOCAL.size || view.getUint32(0, true) !== LOCAL.signature) {
    return damaged('is not where the directory says');
  }
  const nameSize = view.getUint16(26, true);
  const dataAt = LOCAL.size + nameSize + view.getUint16(28, true);
  if (dataAt + record.compressedSize > local.length) return damaged('is cut short');
  if (!agrees(record, local, { start: LOCAL.size + nameSize, end: dataAt })) {
    return damaged('has conflicting headers');
  }
  const renamed = refuseSecondName(record, local.subarray(LOCAL.size + nameSize, dataAt));
  if (renamed) return renamed;
  const data = local.subarray(dataAt, dataAt + record.compressedSize);
  const content = record.method === STORED ? data : inflate(data, record.size);
  if (content === undefined) return damaged('cannot be unpacked');
  if (content === 'too-large')
    return refuse('bomb', `${record.name} is larger than its declared size. This isn’t a branding package.`);
  if (content.length !== record.size) return damaged('doesn’t match its declared size');
  if (crc32(content) !== record.crc) return damaged('has changed since it was packed (CRC-32)');
  return { ok: true, value: content };
}

function agrees(record: DirectoryRecord, local: Uint8Array, extra: ExtraRange): boolean {
  const view = viewOf(local);
  const name = local.subarray(LOCAL.size, extra.start);
  const sameName =
    name.length === record.nameBytes.length && name.every((byte, at) => byte === record.nameBytes[at]);
  if (!sameName || view.getUint16(8, true) !== record.method) return false;
  // A packer that streams writes the sizes after the data, and zeros here.
  if ((view.getUint16(6, true) & HAS_DESCRIPTOR) !== 0) return true;
  const sizes = readSizes(
    local,
    [22, 18].map((at) => view.getUint32(at, true)),
    extra,
  );
  return sizes?.[0]?.value === record.size && sizes[1]?.value === record.compressedSize;
}

/** Stops at one byte more than was declared, so that a size which lies costs no memory. */
function inflate(data: Uint8Array, size: number): Uint8Array | 'too-large' | undefined {
  try {
    const buffer = inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : undefined;
  }
}
