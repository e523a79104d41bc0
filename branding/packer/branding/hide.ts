import type { Result } from '../../../protocol/result';
import { appendItem, appendMember, applyEdits, type Edit, replaceValue } from '../json/edit';
import { itemsOf, type JsonNode, type JsonObject, memberOf, nameOf } from '../json/node';
import { parseJson } from '../json/parse';

/** What of Web App 3's own interface an administrator may hide, and Web App 3's name for it. */
const HIDEABLE = {
  chat: 'button-chat',
  'add-participant': 'user-menu-add-participant',
} as const;

export type Hideable = keyof typeof HIDEABLE;

/** Reads `HIDE=chat,add-participant`; nothing for an empty text. */
export function readHide(text: string): Result<Hideable[]> {
  const known = Object.keys(HIDEABLE) as Hideable[];
  const hide: Hideable[] = [];
  for (const word of text.split(',').map((each) => each.trim())) {
    if (word === '') continue;
    const found = known.find((each) => each === word);
    if (!found)
      return { ok: false, error: `HIDE=${text} isn’t valid. Use one or more of ${known.join(',')}.` };
    if (!hide.includes(found)) hide.push(found);
  }
  return { ok: true, value: hide };
}

/**
 * Adds to a manifest what Web App 3 shall hide. Everything else in the text stays, and so does what is hidden
 * already: whether to show it again is for the administrator to say, in the manifest itself.
 *
 * @param text a manifest that is an object
 * @returns the text, or what in it has another type than Web App 3 expects
 */
export function hideFunctionality(text: string, hide: readonly Hideable[]): Result<string> {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, error: parsed.error.message };
  const root = parsed.value;
  if (root.kind !== 'object') return { ok: false, error: `the manifest is ${nameOf(root)}` };
  const config = memberOf(root, 'applicationConfig');
  const list = memberOf(config, 'hiddenFunctionality');
  const there = itemsOf(list).map((item) => (item.kind === 'string' ? item.value : undefined));
  const missing = hide.map((word) => HIDEABLE[word]).filter((name) => !there.includes(name));
  if (missing.length === 0) return { ok: true, value: text };
  const wrong =
    wrongType('applicationConfig', config, 'object') ?? wrongType('hiddenFunctionality', list, 'array');
  if (wrong) return { ok: false, error: wrong };
  return { ok: true, value: applyEdits(text, editsFor(text, root, missing)) };
}

const wrongType = (name: string, node: JsonNode | undefined, kind: JsonNode['kind']) =>
  node && node.kind !== kind
    ? `"${name}" is ${nameOf(node)}, but must be ${kind === 'array' ? 'a list' : 'an object'}`
    : undefined;

function editsFor(text: string, root: JsonObject, missing: readonly string[]): Edit[] {
  const config = memberOf(root, 'applicationConfig');
  if (config?.kind !== 'object')
    return [appendMember(text, root, 'applicationConfig', { hiddenFunctionality: missing })];
  const list = memberOf(config, 'hiddenFunctionality');
  if (list?.kind !== 'array') return [appendMember(text, config, 'hiddenFunctionality', missing)];
  // An empty list has no item that several new ones could follow.
  if (list.items.length === 0) return [replaceValue(text, list, missing)];
  return missing.map((name) => appendItem(text, list, name));
}
