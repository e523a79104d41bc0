import { resolveSrc } from '../../branding/src';
import { itemsOf, type JsonNode, memberOf, nameOf, stringOf } from '../../json/node';
import type { Report } from '../finding';
import type { PackageFiles } from '../package-files';
import { verifyMenuItems } from './menu-items';
import { verifySource } from './source';

/** A Webapp2 plugin, for the line that sums up. */
export interface Webapp2Plugin {
  id: string;
  version: string;
}

interface Field {
  key: string;
  /** In words, for the remedy. */
  wants: string;
  fits: (node: JsonNode) => boolean;
}

const text = (node: JsonNode) => node.kind === 'string' && node.value !== '';
const listOf = (allowed: readonly string[]) => (node: JsonNode) =>
  node.kind === 'array' && node.items.every((item) => item.kind === 'string' && allowed.includes(item.value));
const PLATFORMS = ['web', 'electron', 'ios', 'android'];
const ROLES = ['chair', 'guest'];

/** The nine required fields of a package file, as Pexip's plugin guide lists them. */
const FIELDS: readonly Field[] = [
  { key: 'id', wants: 'a text', fits: text },
  { key: 'name', wants: 'a text', fits: text },
  { key: 'description', wants: 'a text', fits: text },
  {
    key: 'version',
    wants: 'a number, for example 1.0',
    fits: (node) => node.kind === 'number' || text(node),
  },
  { key: 'srcURL', wants: 'the path of the source file from this folder', fits: text },
  {
    key: 'allowUnload',
    wants: 'true or false',
    fits: (node) => node.kind === 'literal' && node.value !== null,
  },
  { key: 'platforms', wants: `a list of ${PLATFORMS.join(', ')}`, fits: listOf(PLATFORMS) },
  { key: 'participantRoles', wants: `a list of ${ROLES.join(', ')}`, fits: listOf(ROLES) },
  {
    key: 'menuItems',
    wants: 'an object with one of conference, toolbar and participants',
    fits: (node) => node.kind === 'object',
  },
];

/**
 * Checks a plugin's package file and what it names.
 *
 * @param settingsId the id that settings.json gives the plugin
 */
export function verifyPackageFile(
  report: Report,
  files: PackageFiles,
  path: string,
  settingsId: string | undefined,
): Webapp2Plugin | undefined {
  const file = files.json(path);
  if (!file) return undefined;
  const { root } = file;
  if (root.kind !== 'object') {
    report.at('error', path, file, root, `the package file is ${nameOf(root)}`, 'write an object');
    return undefined;
  }
  for (const { key, wants, fits } of FIELDS) {
    const node = memberOf(root, key);
    if (node ? fits(node) : key === 'menuItems') continue;
    const what = node ? `"${key}" is ${describe(node)}` : `"${key}" is missing`;
    report.at('error', path, file, node ?? root, what, `write ${wants}`);
  }
  const id = stringOf(root, 'id');
  const idNode = memberOf(root, 'id');
  if (id && idNode && settingsId && id !== settingsId) {
    report.at(
      'error',
      path,
      file,
      idNode,
      `the id is "${id}", but settings.json has "${settingsId}"`,
      'make them the same',
    );
  }
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const actions = verifyMenuItems(report, files, { path, file, folder });
  const srcNode = memberOf(root, 'srcURL');
  const src = stringOf(root, 'srcURL');
  if (src && srcNode) {
    const source = resolveSrc(src, folder).path;
    if (source !== undefined && files.has(source))
      verifySource(report, files, { path: source, folder, id, actions });
    else {
      const remedy = 'add it to the ZIP, or correct srcURL (it is relative to this file)';
      const [what, mended] = files.missing(source, remedy);
      report.at('error', path, file, srcNode, `${src} is missing: ${what}`, mended);
    }
  }
  const version = memberOf(root, 'version');
  const said = version?.kind === 'number' || version?.kind === 'string' ? String(version.value) : '';
  return { id: id ?? settingsId ?? path, version: said };
}

const describe = (node: JsonNode) =>
  node.kind === 'string'
    ? `"${node.value}"`
    : node.kind === 'array'
      ? `[${itemsOf(node)
          .map((item) => ('value' in item ? JSON.stringify(item.value) : '…'))
          .join(', ')}]`
      : nameOf(node);
