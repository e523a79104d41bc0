import { resolveSrc } from '../branding/src';
import { type JsonNode, type JsonObject, memberOf } from '../json/node';
import type { JsonFile } from '../json/text';
import type { Report } from './finding';
import type { PackageFiles } from './package-files';

/** A Web App 3 branding in the archive. */
export interface Webapp3Manifest {
  path: string;
  /** Where it stands, with a slash at its end; empty for the root. */
  folder: string;
  file: JsonFile;
}

const FILE =
  /^(?![a-z][a-z\d+.-]*:|\/\/)[^\s<>"]+\.(?:svg|png|jpe?g|gif|webp|ico|json|html?|css|js|woff2?|mp4)$/i;
/** Members of the root that hold texts for people or have been looked at by themselves. */
const NO_FILES = ['meta', 'brandName', 'plugins'];

/** Checks what a branding has beside its plugins: its version, its colors, and the files that it names. */
export function verifyRoot(
  report: Report,
  files: PackageFiles,
  { path, folder, file }: Webapp3Manifest,
  root: JsonObject,
): void {
  const version = memberOf(root, 'version');
  if (version?.kind !== 'number') {
    report.at(
      'warning',
      path,
      file,
      version ?? root,
      'the manifest has no "version", or one that isn’t a number',
      'add "version": 0',
    );
  }
  const palette = memberOf(root, 'colorPalette');
  if (
    palette &&
    !(palette.kind === 'array' && palette.items.length === 11 && palette.items.every(isColour))
  ) {
    report.at(
      'warning',
      path,
      file,
      palette,
      'colorPalette isn’t a list of 11 colors',
      'write eleven like "#3D5A76", from light to dark',
    );
  }
  for (const { key, value } of root.members) {
    if (NO_FILES.includes(key)) continue;
    for (const text of textsIn(value)) {
      const fault = faultOf(files, folder, text.value);
      if (fault) report.at('warning', path, file, text, ...fault);
    }
  }
}

/** On the computer where the manifest was written, such as `C:\\Users\\me\\logo.svg`. */
const LOCAL_PATH = /^(?:[a-z]:[\\/]|file:)/i;

/** What is wrong with a text that names a file, and the remedy; `undefined` if nothing is. */
function faultOf(files: PackageFiles, folder: string, text: string): [string, string] | undefined {
  if (LOCAL_PATH.test(text))
    return [`${text} is a path on a computer`, 'add the file to the ZIP, and name it as in "./logo.svg"'];
  const target = FILE.test(text) ? resolveSrc(text, folder).path : undefined;
  if (target === undefined || files.has(target)) return undefined;
  if (text.startsWith('/'))
    return [
      `${text} is at the root of the server, not in this ZIP`,
      `write .${text}, and make sure that the file is there`,
    ];
  const [what, remedy] = files.missing(target, 'add it to the ZIP, or remove it from the manifest');
  return [`${text} is missing: ${what}`, remedy];
}

const isColour = (node: JsonNode) => node.kind === 'string' && /^#[\da-f]{6}$/i.test(node.value);

type JsonText = Extract<JsonNode, { kind: 'string' }>;

function textsIn(node: JsonNode): JsonText[] {
  if (node.kind === 'string') return [node];
  if (node.kind === 'array') return node.items.flatMap(textsIn);
  return node.kind === 'object' ? node.members.flatMap(({ value }) => textsIn(value)) : [];
}
