import type { Result } from '../../../protocol/result';
import type { JsonNode } from './node';
import { parseJson } from './parse';

/** Where something is in a text, both from 1, as editors count. */
export interface Position {
  line: number;
  column: number;
}

/** The line and column of an offset. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').replace('\uFEFF', '').length + 1 };
}

/** A JSON file: its text, to edit it, and its value, to read it. */
export interface JsonFile {
  text: string;
  root: JsonNode;
}

/** Why a file is not JSON: the message and, unless the file is binary, the place. */
interface NotJson {
  message: string;
  position?: Position;
}

/** Reads a file's bytes as JSON in UTF-8. */
export function readJson(bytes: Uint8Array): Result<JsonFile, NotJson> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, error: { message: 'not UTF-8; save it as UTF-8' } };
  }
  const parsed = parseJson(text);
  if (parsed.ok) return { ok: true, value: { text, root: parsed.value } };
  const { message, offset } = parsed.error;
  return { ok: false, error: { message, position: positionAt(text, offset) } };
}
