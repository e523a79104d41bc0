import { type JsonObject, memberOf, nameOf, repeatedHere, repeatedNames } from '../json/node';
import { positionAt, readJson } from '../json/text';
import { type Attempt, refuse } from '../refusal';
import type { Archive, ZipEntry } from '../zip/archive';

/** Where Web App 3's manifest may stand in a branding ZIP, from the full form to the shortest. */
export const MANIFEST_PATHS: readonly string[] = [
  'webapp3/branding/manifest.json',
  'branding/manifest.json',
  'webapp3/manifest.json',
  'manifest.json',
];

/** A branding's manifest, read. */
export interface BrandingManifest {
  entry: ZipEntry;
  /** The folder that it stands in, with a slash at its end; empty for the archive's root. */
  folder: string;
  text: string;
  root: JsonObject;
}

/** Finds the one manifest of a Web App 3 branding, or says what the archive is instead. */
export function locateManifest(archive: Archive): Attempt<BrandingManifest> {
  const candidates = archive.entries.filter(({ path, isFolder }) => !isFolder && isCandidate(path));
  const [entry, second] = candidates;
  if (!entry) return noManifest(archive);
  if (second) {
    return refuse(
      'two-manifests',
      `The package has two manifests, ${entry.path} and ${second.path}. Remove the one you don’t need.`,
    );
  }
  if (!MANIFEST_PATHS.includes(entry.path)) {
    const place = MANIFEST_PATHS.find((each) => entry.path.endsWith(`/${each}`)) ?? '';
    const outer = entry.path.slice(0, -place.length);
    return refuse(
      'no-manifest',
      `The manifest is too deep, at ${entry.path}. Zip the contents of ${outer}, so that the ZIP starts with ${place.replace(/[^/]*$/, '')}.`,
    );
  }
  return readManifest(entry);
}

/** A plugin may bring a manifest of its own, and Webapp2's is another thing. */
const isCandidate = (path: string) =>
  MANIFEST_PATHS.includes(path) ||
  (/(^|\/)(webapp3|branding)\/manifest\.json$/.test(path) && !/(^|\/)(plugins|webapp2)\//.test(path));

function noManifest({ entries }: Archive) {
  const isWebapp2 = entries.some(({ path }) => /^webapp2\//.test(path));
  const places = 'webapp3/branding/manifest.json';
  return refuse(
    'no-manifest',
    isWebapp2
      ? 'This is a branding for Webapp2. Download the one for Webapp3 from the Management Node.'
      : `There is no manifest.json where a Web App 3 branding has it, at ${places}. ${insteadOf(entries)}`,
  );
}

/** Names that editors, browsers and packers make of `manifest.json`. */
const MANIFEST_LIKE = /(?:^|\/)manifest\b[^/]*\.json(?:\.txt)?$/i;

/** What may have been meant by the manifest, and what to do then. */
function insteadOf(entries: Archive['entries']): string {
  const files = entries.filter(({ path, isFolder }) => !isFolder && !/(^|\/)plugins\//i.test(path));
  const inner = files.find(({ path }) => /\.zip$/i.test(path));
  const like = files.find(({ path }) => MANIFEST_LIKE.test(path));
  if (like) return `There is ${like.path}. Rename or move it. Capitals count.`;
  if (inner) return `There is another ZIP inside, ${inner.path}. Use that one.`;
  return 'Is this the branding ZIP from the Management Node?';
}

function readManifest(entry: ZipEntry): Attempt<BrandingManifest> {
  const json = readJson(entry.content);
  if (!json.ok) {
    const { message, position } = json.error;
    const where = position ? `${entry.path}, line ${position.line}, column ${position.column}` : entry.path;
    return refuse(
      'broken-json',
      `${where}: ${message}. Web App 3 can’t read this file either. Fix it first.`,
    );
  }
  const { text, root } = json.value;
  if (root.kind !== 'object') {
    return refuse(
      'not-a-branding',
      `${entry.path} is ${nameOf(root)}, not an object, so this isn’t a branding package.`,
    );
  }
  const foreign = foreignKind(root);
  if (foreign)
    return refuse('not-a-branding', `${entry.path} belongs to ${foreign}, not to a Web App 3 branding.`);
  const twice = refuseRepeated(entry.path, text, root);
  if (twice) return twice;
  const folder = entry.path.slice(0, -'manifest.json'.length);
  return { ok: true, value: { entry, folder, text, root } };
}

/**
 * What an edit depends on may stand only once: of two, the other programs take one and the reader another.
 */
function refuseRepeated(path: string, text: string, root: JsonObject) {
  const [twice] = [
    ...repeatedHere(root),
    ...['plugins', 'applicationConfig'].flatMap((key) => repeatedNames(memberOf(root, key))),
  ];
  if (!twice) return undefined;
  const [first, second] = [twice.first, twice.second].map(({ start }) => {
    const { line, column } = positionAt(text, start);
    return `line ${line}, column ${column}`;
  });
  return refuse(
    'broken-json',
    `${path} has "${twice.second.key}" twice, at ${first} and at ${second}. Web App 3 uses the last one only. Remove one of them.`,
  );
}

/** Other things that bring a manifest.json, which would be broken by an edit. */
function foreignKind(root: JsonObject): string | undefined {
  if (memberOf(root, 'brandingID') || memberOf(root, 'isSettingsBranded')) return 'a Webapp2 branding';
  if (memberOf(root, 'manifest_version')) return 'a browser extension';
  return undefined;
}
