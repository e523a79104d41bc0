/** One plugin of a branding. */
export interface PluginEntry {
  /** Absent in Pexip's own example; such a plugin registers under any id. */
  id?: string;
  /** Absolute. */
  src: string;
  sandboxValues: string[];
}

/** The words of `sandboxValues` that Web App 3 passes on to the frame; it drops every other. */
const SANDBOX_WORDS = new Set([
  'allow-downloads',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-same-origin',
  'allow-scripts',
]);

/** What Web App 3 takes from `manifest.json`. */
interface Branding {
  brandName: string;
  /** Of the manifest, against which every path in it and the `src` of a widget resolve. */
  url: string;
  plugins: PluginEntry[];
  hiddenFunctionality: string[];
}

type Report = (problem: string) => void;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

function readPlugin(entry: unknown, base: string, report: Report): PluginEntry[] {
  if (!isRecord(entry) || typeof entry.src !== 'string') {
    report(`manifest.json: a plugin needs a src: ${JSON.stringify(entry)}`);
    return [];
  }
  const { id, src } = entry;
  const name = typeof id === 'string' ? id : src;
  if (!URL.canParse(src, base)) {
    report(`manifest.json: ${name} has a src that isn’t a URL: ${src}`);
    return [];
  }
  const words = strings(entry.sandboxValues);
  const dropped = words.filter((word) => !SANDBOX_WORDS.has(word));
  if (dropped.length > 0) report(`manifest.json: ${name}: dropped from sandboxValues: ${dropped.join(', ')}`);
  const sandboxValues = words.filter((word) => SANDBOX_WORDS.has(word));
  return [{ ...(typeof id === 'string' && { id }), src: new URL(src, base).href, sandboxValues }];
}

/**
 * Reads the branding's manifest. Paths in it resolve against its own URL. What is wrong with it is reported,
 * and the rest of it counts, as on the real one: a broken branding does not keep anybody out of a meeting.
 */
export async function loadBranding(url: string, report: Report): Promise<Branding> {
  const none: Branding = { brandName: 'Web App 3', url, plugins: [], hiddenFunctionality: [] };
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
    url: response.url,
    plugins: plugins.flatMap((entry) => readPlugin(entry, response.url, report)),
    hiddenFunctionality: strings(application.hiddenFunctionality),
  };
}
