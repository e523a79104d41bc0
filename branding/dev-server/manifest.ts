/** An entry of `plugins` in a branding manifest. */
interface ManifestPlugin {
  id: string;
  src: string;
  sandboxValues: string[];
}

/**
 * A deployment's manifest with the local plugin in the place of its own, or behind the others where it has
 * none of that id. All else stays. Without a manifest, a minimal one.
 */
export function withPlugin(manifest: unknown, entry: ManifestPlugin): Record<string, unknown> {
  const fields = isRecord(manifest) ? manifest : { version: 0 };
  const plugins: unknown[] = Array.isArray(fields.plugins) ? fields.plugins : [];
  const isOurs = (plugin: unknown) => isRecord(plugin) && plugin.id === entry.id;
  return {
    ...fields,
    plugins: plugins.some(isOurs)
      ? plugins.map((plugin) => (isOurs(plugin) ? entry : plugin))
      : [...plugins, entry],
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
