import { itemsOf, type JsonNode, memberOf, nameOf, stringOf } from '../../../branding/packer/json/node';
import type { Result } from '../../../protocol/result';
import { type MenuItems, readMenuItems } from './menu-items';
import { resolvePath } from './paths';

const ROLES = ['chair', 'guest'] as const;
export type Role = (typeof ROLES)[number];

/** A package file, all nine fields. */
export interface PackageFile {
  id: string;
  name: string;
  description: string;
  version: string;
  /** From the folder of settings.json. */
  srcURL: string;
  allowUnload: boolean;
  platforms: string[];
  participantRoles: Role[];
  menuItems: MenuItems;
}

/**
 * Reads a package file.
 *
 * @param path where it stands, from the folder of settings.json; its own paths are relative to its folder
 * @see Plugin guide, "Plugin package file": "The fields required in the package file are as follows"
 */
export function readPackageFile(root: JsonNode, path: string): Result<PackageFile> {
  const fault = (what: string): Result<never> => ({ ok: false, error: `${path}: ${what}.` });
  if (root.kind !== 'object') return fault(`it is ${nameOf(root)}, but must be an object`);
  const text = (key: string) => stringOf(root, key);
  // Published package files leave the description empty.
  for (const key of ['id', 'name', 'srcURL'] as const) {
    if (!text(key)) return fault(`"${key}" is missing, or isn’t text`);
  }
  const version = memberOf(root, 'version');
  if (version?.kind !== 'number' && version?.kind !== 'string') {
    return fault('"version" is missing, or is not a number');
  }
  const allowUnload = memberOf(root, 'allowUnload');
  if (allowUnload?.kind !== 'literal' || allowUnload.value === null) {
    return fault('"allowUnload" must be true or false');
  }
  const platforms = textsOf(memberOf(root, 'platforms'));
  if (!platforms) return fault('"platforms" must be a list of texts');
  const roles = textsOf(memberOf(root, 'participantRoles'));
  if (!roles) return fault('"participantRoles" must be a list of "chair" and "guest"');
  const srcURL = resolvePath(text('srcURL') ?? '', path);
  if (srcURL === undefined) return fault(`"srcURL" leads to another server: ${text('srcURL')}`);
  const menuItems = readMenuItems(memberOf(root, 'menuItems'));
  if (!menuItems.ok) return fault(menuItems.error);
  return {
    ok: true,
    value: {
      id: text('id') ?? '',
      name: text('name') ?? '',
      description: text('description') ?? '',
      version: String(version.value),
      srcURL,
      allowUnload: allowUnload.value,
      platforms,
      participantRoles: ROLES.filter((role) => roles.includes(role)),
      menuItems: withPlacedIcons(menuItems.value, path),
    },
  };
}

function textsOf(node: JsonNode | undefined): string[] | undefined {
  if (node?.kind !== 'array') return undefined;
  const texts = itemsOf(node).flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  return texts.length === node.items.length ? texts : undefined;
}

function withPlacedIcons(menuItems: MenuItems, path: string): MenuItems {
  if (menuItems.menu === null) return menuItems;
  const items = menuItems.items.map((item) => ({ ...item, icon: item.icon && placeIcon(item.icon, path) }));
  return { ...menuItems, items };
}

/** An icon's `file.svg#id`, from the folder of settings.json. */
export function placeIcon(icon: string, packagePath: string): string {
  const [file = '', id] = icon.split('#');
  return `${resolvePath(file, packagePath) ?? file}${id ? `#${id}` : ''}`;
}
