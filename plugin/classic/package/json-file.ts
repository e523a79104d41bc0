import type { JsonNode } from '../../../branding/packer/json/node';
import { readJson } from '../../../branding/packer/json/text';
import type { Result } from '../../../protocol/result';

/** Reads a file beside settings.json by its path from there, or says why it cannot be had. */
export type ReadFile = (path: string) => Promise<Result<Uint8Array>>;

/** Reads a JSON file; the error is a sentence with its path and, for broken JSON, line and column. */
export async function readJsonFile(read: ReadFile, path: string): Promise<Result<JsonNode>> {
  const file = await read(path);
  if (!file.ok) return { ok: false, error: `${path} is missing: ${file.error}.` };
  // A plugin that is passed on as a ZIP belongs unpacked into its folder.
  if (file.value[0] === 0x50 && file.value[1] === 0x4b) {
    return { ok: false, error: `${path} is a ZIP. Unpack it, and name its package file, which is JSON.` };
  }
  const json = readJson(file.value);
  if (json.ok) return { ok: true, value: json.value.root };
  const { message, position } = json.error;
  const place = position ? `, line ${position.line}, column ${position.column}` : '';
  return { ok: false, error: `${path}${place}: not valid JSON: ${message}.` };
}
