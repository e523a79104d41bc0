import { type JsonNode, memberOf, nameOf, stringOf } from '../../json/node';
import type { JsonFile } from '../../json/text';
import type { Report } from '../finding';
import type { PackageFiles } from '../package-files';
import { faultOfIcon } from './icon';

const KINDS = ['conference', 'toolbar', 'participants'];

interface PackageFile {
  path: string;
  file: JsonFile;
  folder: string;
}

/**
 * Checks where a plugin appears: one menu of three, each item with icon, label and action. Returns the
 * actions.
 */
export function verifyMenuItems(
  report: Report,
  files: PackageFiles,
  { path, file, folder }: PackageFile,
): string[] {
  const menus = memberOf(file.root, 'menuItems');
  if (!menus) {
    const what = 'there is no menuItems, so the plugin has no button';
    report.at('note', path, file, file.root, what, `name one of ${KINDS.join(', ')} if it should`);
  }
  if (menus?.kind !== 'object') return [];
  const [first, ...others] = menus.members;
  if (!first) {
    report.at(
      'warning',
      path,
      file,
      menus,
      'menuItems is empty, so the plugin has no button',
      `name one of ${KINDS.join(', ')} if it should`,
    );
    return [];
  }
  for (const { key, value } of menus.members) {
    if (!KINDS.includes(key))
      report.at('error', path, file, value, `there is no menu "${key}"`, `write one of ${KINDS.join(', ')}`);
  }
  if (others.length > 0) {
    const names = menus.members.map(({ key }) => key).join(' and ');
    report.at(
      'error',
      path,
      file,
      menus,
      `menuItems has ${names}, but Webapp2 uses only one`,
      'keep one of them',
    );
  }
  return menus.members.flatMap(({ key, value }) => {
    if (value.kind !== 'array') {
      report.at(
        'error',
        path,
        file,
        value,
        `"${key}" is ${nameOf(value)}`,
        'write a list: [{"icon": …, "label": …, "action": …}]',
      );
      return [];
    }
    return value.items.flatMap((item) => verifyItem(report, files, { path, file, folder }, item));
  });
}

function verifyItem(
  report: Report,
  files: PackageFiles,
  { path, file, folder }: PackageFile,
  item: JsonNode,
): string[] {
  if (item.kind !== 'object') {
    report.at(
      'error',
      path,
      file,
      item,
      `a menu item is ${nameOf(item)}`,
      'write {"icon": …, "label": …, "action": …}',
    );
    return [];
  }
  for (const key of ['icon', 'label']) {
    const node = memberOf(item, key);
    if (!node)
      report.at(
        'warning',
        path,
        file,
        item,
        `a menu item has no ${key}`,
        `add "${key}", null if the plugin sets it itself`,
      );
    else if (node.kind !== 'string' && !isNull(node)) {
      report.at('error', path, file, node, `${key} is ${nameOf(node)}`, 'write a text or null');
    } else if (key === 'icon' && node.kind === 'string') {
      const fault = faultOfIcon(files, folder, node.value);
      if (fault) report.at(fault.level, path, file, node, fault.what, fault.remedy);
    }
  }
  const action = stringOf(item, 'action');
  if (action) return [action];
  report.at(
    'error',
    path,
    file,
    memberOf(item, 'action') ?? item,
    'a menu item has no action',
    'name the function that it calls',
  );
  return [];
}

const isNull = (node: JsonNode) => node.kind === 'literal' && node.value === null;
