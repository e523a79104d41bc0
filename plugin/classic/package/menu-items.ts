import { itemsOf, type JsonNode, memberOf, nameOf } from '../../../branding/packer/json/node';
import type { Result } from '../../../protocol/result';

const MENUS = ['conference', 'toolbar', 'participants'] as const;
export type Menu = (typeof MENUS)[number];

/** An entry of a menu; each part may be null, and published plugins leave some out. */
export interface MenuItem {
  /** From the folder of settings.json, with the id behind `#`. */
  icon: string | null;
  label: string | null;
  /** The function of the plugin that a press calls. */
  action: string | null;
}

/** Where a plugin appears: one menu of three, or nowhere. */
export type MenuItems = { menu: Menu; items: MenuItem[] } | { menu: null; items: [] };

/**
 * Reads `menuItems` of a package file.
 * @see Plugin guide, "Plugin package file": "You can only specify one of the above options."
 */
export function readMenuItems(node: JsonNode | undefined): Result<MenuItems> {
  // Published package files leave it out, or empty, where the plugin has no button.
  if (!node || isEmpty(node)) return { ok: true, value: { menu: null, items: [] } };
  if (node.kind !== 'object') return fault(`"menuItems" is ${nameOf(node)}, but must be an object`);
  const filled = node.members.filter(({ value }) => !isEmpty(value));
  const [first = node.members[0], second] = filled;
  if (!first) return { ok: true, value: { menu: null, items: [] } };
  if (second) {
    return fault(`"menuItems" names ${filled.map(({ key }) => key).join(' and ')}, but only one is allowed`);
  }
  const menu = MENUS.find((name) => name === first.key);
  if (!menu) return fault(`there is no menu "${first.key}", only ${MENUS.join(', ')}`);
  if (isEmpty(first.value)) return { ok: true, value: { menu, items: [] } };
  if (first.value.kind !== 'array') return fault(`"${menu}" is ${nameOf(first.value)}, but must be a list`);
  const items: MenuItem[] = [];
  for (const item of itemsOf(first.value)) {
    const read = readItem(item);
    if (!read.ok) return read;
    items.push(read.value);
  }
  return { ok: true, value: { menu, items } };
}

const isEmpty = (node: JsonNode): boolean =>
  (node.kind === 'literal' && node.value === null) || (node.kind === 'array' && itemsOf(node).length === 0);

function readItem(node: JsonNode): Result<MenuItem> {
  if (node.kind !== 'object') return fault(`a menu item is ${nameOf(node)}, but must be an object`);
  const item: MenuItem = { icon: null, label: null, action: null };
  for (const key of ['icon', 'label', 'action'] as const) {
    const part = memberOf(node, key);
    if (part?.kind === 'string') item[key] = part.value;
    else if (part && !(part.kind === 'literal' && part.value === null)) {
      return fault(`the ${key} of a menu item is ${nameOf(part)}, but must be a text or null`);
    }
  }
  return { ok: true, value: item };
}

const fault = (error: string): Result<never> => ({ ok: false, error });
