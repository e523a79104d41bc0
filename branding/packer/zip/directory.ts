import { type Attempt, refuse } from '../refusal';
import { CENTRAL, viewOf } from './archive';
import type { DirectoryEnd } from './end';
import { readSizes } from './zip64';

/** What the central directory says of an entry. Nothing of it is trusted before it has been checked. */
export interface DirectoryRecord {
  name: string;
  nameBytes: Uint8Array;
  flags: number;
  method: number;
  crc: number;
  /** In the archive, in bytes. */
  compressedSize: number;
  /** Unpacked, in bytes. */
  size: number;
  localOffset: number;
  /** Where `bytes` has the 64 bits of the offset; `undefined` where 32 bits hold it. */
  wideOffsetAt: number | undefined;
  isSymbolicLink: boolean;
  bytes: Uint8Array;
}

const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const UTF8_NAME = 0x0800;
const UNIX = 3;
const FILE_TYPE = 0xf000;
const SYMBOLIC_LINK = 0xa000;
export const STORED = 0;
const DEFLATED = 8;

/** Reads the central directory's records, and refuses what cannot be read: encryption, other methods. */
export function readDirectory(bytes: Uint8Array, end: DirectoryEnd): Attempt<DirectoryRecord[]> {
  const view = viewOf(bytes);
  const records: DirectoryRecord[] = [];
  let at = end.offset;
  for (let index = 0; index < end.count; index += 1) {
    if (at + CENTRAL.size > end.end || view.getUint32(at, true) !== CENTRAL.signature) return cutShort();
    const nameSize = view.getUint16(at + 28, true);
    const size = CENTRAL.size + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + size > end.end) return cutShort();
    const record = readRecord(bytes.subarray(at, at + size), nameSize);
    if (!record) return cutShort();
    const extraAt = CENTRAL.size + nameSize;
    const extra = record.bytes.subarray(extraAt, extraAt + view.getUint16(at + 30, true));
    const refusal = refuseRecord(record) ?? refuseSecondName(record, extra);
    if (refusal) return refusal;
    records.push(record);
    at += size;
  }
  return at === end.end ? { ok: true, value: records } : cutShort();
}

const cutShort = () =>
  refuse('damaged', 'The archive is damaged: its directory cannot be read. Download or pack it again.');

function readRecord(bytes: Uint8Array, nameSize: number): DirectoryRecord | undefined {
  const view = viewOf(bytes);
  const nameBytes = bytes.subarray(CENTRAL.size, CENTRAL.size + nameSize);
  const flags = view.getUint16(8, true);
  const attributes = view.getUint32(38, true);
  const extraAt = CENTRAL.size + nameSize;
  const sizes = readSizes(
    bytes,
    [24, 20, CENTRAL.localOffset].map((at) => view.getUint32(at, true)),
    {
      start: extraAt,
      end: extraAt + view.getUint16(30, true),
    },
  );
  const [size, compressedSize, localOffset] = sizes ?? [];
  if (!size || !compressedSize || !localOffset) return undefined;
  return {
    name: decodeName(nameBytes, (flags & UTF8_NAME) !== 0),
    nameBytes,
    flags,
    method: view.getUint16(10, true),
    crc: view.getUint32(16, true),
    compressedSize: compressedSize.value,
    size: size.value,
    localOffset: localOffset.value,
    wideOffsetAt: localOffset.wideAt,
    isSymbolicLink: view.getUint8(5) === UNIX && ((attributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK,
    bytes,
  };
}

/** The extra field with a second name of an entry. @see https://libzip.org/specifications/extrafld.txt */
const UNICODE_PATH = 0x7075;

/**
 * Reads the name in an entry's Unicode Path field, which some programs prefer to the entry's own;
 * `undefined` without one.
 */
function secondName(extra: Uint8Array): string | undefined {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > extra.length) return undefined;
    // A version and a checksum come before the name.
    if (view.getUint16(at, true) === UNICODE_PATH && size >= 5)
      return decodeName(extra.subarray(at + 9, at + 4 + size), true);
    at += 4 + size;
  }
  return undefined;
}

/** Refuses an entry whose extra fields, here or in its local header, have another name for it. */
export function refuseSecondName({ name }: DirectoryRecord, extra: Uint8Array) {
  const second = secondName(extra);
  return second === undefined || second === name
    ? undefined
    : refuse(
        'unsafe-name',
        `${name} has a second name in the archive, ${JSON.stringify(second.slice(0, 200))}. Programs disagree on which one counts. Pack the branding again with an ordinary ZIP tool.`,
      );
}

/**
 * Many tools write UTF-8 without saying so; what isn’t UTF-8 is read byte by byte, which keeps it distinct.
 */
function decodeName(bytes: Uint8Array, saysUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !saysUtf8, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function refuseRecord({ name, flags, method }: DirectoryRecord) {
  if ((flags & ENCRYPTED) !== 0 || method === 99) {
    return refuse('encrypted', `${name} is encrypted. Pack the branding without a password.`);
  }
  if (method !== STORED && method !== DEFLATED) {
    return refuse(
      'unsupported',
      `${name} is compressed by method ${method}. Pack the branding with an ordinary ZIP tool (deflate).`,
    );
  }
  return undefined;
}
