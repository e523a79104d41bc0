/** The text of a file, and the encoding it was read in; `isAssumed` where nothing in the file says so. */
export type DecodedText = { text: string; encoding: string; isAssumed: boolean };

/** Encodings in which spreadsheets of this world save CSV, as browsers name them. */
export const ENCODINGS = [
  ...['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1253'],
  ...['windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'windows-874'],
  ...['iso-8859-2', 'iso-8859-15', 'macintosh', 'ibm866', 'koi8-r', 'shift_jis', 'euc-jp', 'gb18030', 'big5'],
  'euc-kr',
] as const;

/** What Excel calls *CSV* on Windows in these languages; Windows-1252 in all others. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['cs', 'hr', 'hu', 'pl', 'ro', 'sk', 'sl'].map((code) => [code, 'windows-1250'])),
  ...Object.fromEntries(['be', 'bg', 'mk', 'ru', 'sr', 'uk'].map((code) => [code, 'windows-1251'])),
  ...Object.fromEntries(['et', 'lt', 'lv'].map((code) => [code, 'windows-1257'])),
  ...Object.fromEntries(['ar', 'fa', 'ur'].map((code) => [code, 'windows-1256'])),
  el: 'windows-1253',
  tr: 'windows-1254',
  he: 'windows-1255',
  vi: 'windows-1258',
  th: 'windows-874',
  ja: 'shift_jis',
  zh: 'gb18030',
  ko: 'euc-kr',
};

/**
 * Reads the bytes of a text file: by its byte order mark, by the shape of UTF-16 and UTF-8, or else in the
 * code page of `language`. With `encoding`, in that one.
 */
export function decodeText(bytes: Uint8Array, language: string, encoding?: string): DecodedText {
  if (encoding) return { text: decoded(bytes, encoding), encoding, isAssumed: true };
  const wide = wideEncodingOf(bytes);
  if (wide) return { text: decoded(bytes, wide), encoding: wide, isAssumed: false };
  try {
    return { text: decoded(bytes, 'utf-8', true), encoding: 'utf-8', isAssumed: false };
  } catch {
    const assumed = BY_LANGUAGE[language.split('-')[0] ?? ''] ?? 'windows-1252';
    return { text: decoded(bytes, assumed), encoding: assumed, isAssumed: true };
  }
}

const decoded = (bytes: Uint8Array, encoding: string, fatal = false): string =>
  new TextDecoder(encoding, { fatal }).decode(bytes);

/** UTF-16 by its mark; without one, every other byte of text in most scripts is zero. */
function wideEncodingOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 1000);
  const zeros = (parity: number) => start.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  if (zeros(1) * 5 > start.length) return 'utf-16le';
  return zeros(0) * 5 > start.length ? 'utf-16be' : undefined;
}
