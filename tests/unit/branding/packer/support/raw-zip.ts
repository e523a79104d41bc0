import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as the test wants it, right or wrong. Everything but name and content has an honest default. */
export interface RawEntry {
  name: string | Uint8Array;
  content?: string | Uint8Array;
  stored?: boolean;
  /** Sizes and CRC after the data, as a packer writes that streams. */
  streamed?: boolean;
  utf8?: boolean;
  encrypted?: boolean;
  method?: number;
  crc?: number;
  /** What is declared, in the directory and in the local header. */
  size?: number;
  /** What only the local header says. */
  localName?: string;
  offset?: number;
  /** An extra field, header and all. */
  extra?: Uint8Array;
  /** The same, in the local header alone. */
  localExtra?: Uint8Array;
  comment?: string;
  /** External attributes; by default those of a Unix file. */
  attributes?: number;
  /** MS-DOS date and time. */
  time?: number;
}

export interface RawZip {
  comment?: string;
  prefix?: Uint8Array;
  count?: number;
}

const encode = (text: string | Uint8Array) =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;

/** Writes a ZIP record by record, apart from the packer under test, so that it may also be a bad one. */
export function rawZip(
  entries: readonly RawEntry[],
  { comment = '', prefix, count }: RawZip = {},
): Uint8Array {
  const locals: Uint8Array[] = prefix ? [prefix] : [];
  const centrals: Uint8Array[] = [];
  let offset = prefix?.length ?? 0;
  for (const entry of entries) {
    const content = encode(entry.content ?? '');
    const data = entry.stored ? content : deflateRawSync(content);
    const name = encode(entry.name);
    const localName = entry.localName === undefined ? name : encode(entry.localName);
    const extra = entry.extra ?? new Uint8Array();
    const localExtra = entry.localExtra ?? extra;
    const entryComment = encode(entry.comment ?? '');
    const flags = (entry.encrypted ? 1 : 0) | (entry.streamed ? 8 : 0) | (entry.utf8 ? 0x800 : 0);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const crc = entry.crc ?? crc32(content);
    const size = entry.size ?? content.length;
    const sums = (zero: boolean) => (zero ? [0, 0, 0] : [crc, data.length, size]);
    const common = [u16(20), u16(flags), u16(method), u32(entry.time ?? 0x5a21_6000)];
    const local = join([
      u32(0x04034b50),
      ...common,
      ...sums(entry.streamed === true).map(u32),
      u16(localName.length),
      u16(localExtra.length),
      localName,
      localExtra,
      data,
      ...(entry.streamed ? [u32(0x08074b50), ...sums(false).map(u32)] : []),
    ]);
    centrals.push(
      join([
        u32(0x02014b50),
        u16(0x0314),
        ...common,
        ...sums(false).map(u32),
        u16(name.length),
        u16(extra.length),
        u16(entryComment.length),
        u32(0),
        u32(entry.attributes ?? (0o100644 << 16) >>> 0),
        u32(entry.offset ?? offset),
        name,
        extra,
        entryComment,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = join(centrals);
  const said = count ?? entries.length;
  const zipComment = encode(comment);
  return join([
    ...locals,
    directory,
    u32(0x06054b50),
    u32(0),
    u16(said),
    u16(said),
    u32(directory.length),
    u32(offset),
    u16(zipComment.length),
    zipComment,
  ]);
}

const u16 = (value: number) => Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
const u32 = (value: number) => join([u16(value & 0xffff), u16(value >>> 16)]);
const join = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
