import type { ReadFile } from '../package/json-file';
import { onDisk } from '../package/paths';

/**
 * Reads a file beside this document. It needs an origin: an opaque frame may fetch nothing of its own
 * server.
 */
export const fetchFile: ReadFile = async (path) => {
  try {
    const response = await fetch(onDisk(path), { cache: 'no-cache' });
    if (!response.ok) return { ok: false, error: `the server responds with ${response.status}` };
    return { ok: true, value: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    return {
      ok: false,
      error:
        'it cannot be loaded. Make sure that the plugin has "sandboxValues": ["allow-same-origin"] in manifest.json.',
    };
  }
};

/** Reads a source file as text; undefined if it is missing. */
export async function readSource(address: string): Promise<string | undefined> {
  const file = await fetchFile(address);
  return file.ok ? new TextDecoder().decode(file.value) : undefined;
}
