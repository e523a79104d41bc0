import type { Result } from './result';

const SETTINGS = ['hostOrigins', 'relay', 'namespace'];

/** Which origins the top window may have. */
export type HostOrigins = { any: true } | { any: false; allowed: readonly string[] };

/**
 * Reads the list of allowed host origins from the query of the plugin's own URL, which an administrator
 * sets in the manifest: `"src": "./plugins/external-chat/index.html?hostOrigins=https://chat.example.com"`;
 * several are separated by commas. Absent means any origin, as in version 1.
 *
 * Rejects the whole list if one entry is invalid, or if a name is unknown, such as `hostorigins`. Skipping it
 * could admit an origin that the administrator meant to exclude. The text after `#` is read in the same way.
 */
export function readHostOrigins(search: string): Result<HostOrigins> {
  const query = new URLSearchParams(search);
  for (const name of query.keys()) {
    if (!SETTINGS.includes(name))
      return { ok: false, error: `"${name}" is not a setting: ${SETTINGS.join(', ')}.` };
  }
  const values = query.getAll('hostOrigins');
  if (values.length === 0) return { ok: true, value: { any: true } };
  const allowed: string[] = [];
  for (const entry of values.flatMap((value) => value.split(','))) {
    const origin = originOf(entry.trim());
    if (origin === undefined) {
      return {
        ok: false,
        error: `hostOrigins: "${entry}" is not an origin like https://chat.example.com.`,
      };
    }
    allowed.push(origin);
  }
  return { ok: true, value: { any: false, allowed } };
}

function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  // No page has an origin with other signs: the entry would look like a pattern, and never match.
  return bare && web && /^[\w.:/[\]-]+$/.test(url.origin) ? url.origin : undefined;
}
