/** One entry of a ZIP, read and checked. */
export interface ZipEntry {
  /** The name with `./` and doubled slashes taken out, and without the slash that ends a folder's name. */
  path: string;
  isFolder: boolean;
  content: Uint8Array;
  /** The entry's local header, compressed bytes and data descriptor, as in the archive. */
  local: Uint8Array;
  /** The entry's record in the central directory, as in the archive. */
  central: Uint8Array;
  /** Where `central` has the 64 bits of its offset; `undefined` where 32 bits hold it. */
  wideOffsetAt: number | undefined;
}

export interface Archive {
  /** In the order of the central directory. */
  entries: ZipEntry[];
  /** The archive's own comment. */
  comment: Uint8Array;
}

/** Layout of the records that are read and written here; APPNOTE.txt 4.3, all numbers little-endian. */
export const LOCAL = { signature: 0x04034b50, size: 30 } as const;
export const CENTRAL = { signature: 0x02014b50, size: 46, localOffset: 42 } as const;
export const END = { signature: 0x06054b50, size: 22 } as const;
export const ZIP64_END = { signature: 0x06064b50, size: 56 } as const;
export const ZIP64_LOCATOR = { signature: 0x07064b50, size: 20 } as const;

/** A view of these bytes alone, also where they are a part of a larger buffer. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
