/** One plugin of a branding. */
export interface PluginEntry {
  id: string;
  /** Absolute. */
  src: string;
  sandboxValues: string[];
}

/** What Web App 3 takes from `manifest.json`. */
export interface Branding {
  brandName: string;
  plugins: PluginEntry[];
  hiddenFunctionality: string[];
}

type Report = (problem: string) => void;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

function readPlugin(entry: unknown, base: string, report: Report): PluginEntry[] {
  if (!isRecord(entry) || typeof entry.id !== 'string' || typeof entry.src !== 'string') {
    report(`manifest.json: a plugin needs an id and a src: ${JSON.stringify(entry)}`);
    return [];
  }
  if (!URL.canParse(entry.src, base)) {
    report(`manifest.json: ${entry.id} has a src that is no URL: ${entry.src}`);
    return [];
  }
  const src = new URL(entry.src, base).href;
  return [{ id: entry.id, src, sandboxValues: strings(entry.sandboxValues) }];
}

/**
 * Reads the branding's manifest. Paths in it resolve against its own URL. What is wrong with it is reported, and the
 * rest of it counts, as on the real one: a broken branding does not keep anybody out of a meeting.
 */
export async function loadBranding(url: string, report: Report): Promise<Branding> {
  const none: Branding = { brandName: 'Web App 3', plugins: [], hiddenFunctionality: [] };
  const response = await fetch(url);
  if (!response.ok) {
    report(`No branding: ${url} answers ${response.status}`);
    return none;
  }
  const manifest: unknown = await response.json().catch(() => undefined);
  if (!isRecord(manifest)) {
    report(`No branding: ${url} is not a JSON object`);
    return none;
  }
  const application = isRecord(manifest.applicationConfig) ? manifest.applicationConfig : {};
  const plugins = Array.isArray(manifest.plugins) ? manifest.plugins : [];
  return {
    brandName: typeof manifest.brandName === 'string' ? manifest.brandName : none.brandName,
    plugins: plugins.flatMap((entry) => readPlugin(entry, response.url, report)),
    hiddenFunctionality: strings(application.hiddenFunctionality),
  };
}
