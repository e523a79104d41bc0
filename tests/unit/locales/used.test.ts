import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formsOf } from '../../../locales/build/forms';
import { readEnglish } from '../../../locales/build/sources';
import { textKeyOf } from '../../../locales/strings';
import { isNode, type Module, modulesOf, nodesIn, type SyntaxNode, walk } from './support/syntax';

const sources = await readEnglish();
const english = formsOf(sources, 'en');
const areaOf = new Map(sources.map(({ name, area }) => [name, area]));
const modules = await modulesOf('background', 'browser', 'entrypoints', 'panel', 'settings', 'strings');

/**
 * The names by which a module has words: those that it imports, and the groups that it has taken out of them.
 */
function namesOf({ tree }: Module): Map<string, string> {
  const names = new Map<string, string>();
  walk(tree, (node) => {
    if (node.type === 'ImportSpecifier') {
      const area = areaOf.get(nameOf(node.imported));
      if (area !== undefined) names.set(nameOf(node.local), area);
    }
    if (node.type === 'VariableDeclarator' && isNode(node.id) && isNode(node.init)) {
      const { path } = pathOf(node.init, names) ?? {};
      if (path === undefined || node.id.type !== 'ObjectPattern') return;
      for (const { key, value } of nodesIn(node.id.properties))
        names.set(nameOf(value), textKeyOf(path, nameOf(key)));
    }
  });
  return names;
}

const nameOf = (node: unknown): string => String(Reflect.get(Object(node), 'name'));

type Path = { path: string; depth: number; isOpen?: true };

/** What `STRINGS.outcomes[outcome]` names: the key up to where it is known, here `panel_outcomes`. */
function pathOf(node: SyntaxNode, names: Map<string, string>): Path | undefined {
  if (node.type === 'Identifier') {
    const path = names.get(nameOf(node));
    return path === undefined ? undefined : { path, depth: 0 };
  }
  if (node.type !== 'MemberExpression' || !isNode(node.object) || !isNode(node.property)) return undefined;
  const before = pathOf(node.object, names);
  if (!before || before.isOpen) return before;
  const { value } = node.property;
  if (node.computed && typeof value !== 'string') return { ...before, isOpen: true };
  return { path: textKeyOf(before.path, String(value ?? nameOf(node.property))), depth: before.depth + 1 };
}

/** `early`: texts that are read as the module loads. */
function usesIn(module: Module): { used: string[]; whole: string[]; early: string[] } {
  const names = namesOf(module);
  const used: string[] = [];
  const whole: string[] = [];
  const early: string[] = [];
  walk(module.tree, (node, parents) => {
    if (node.type.startsWith('Import')) return false;
    const found = pathOf(node, names);
    if (!found) return true;
    const parent = parents.at(-1);
    const isTakenApart =
      parent?.type === 'VariableDeclarator' && isNode(parent.id) && parent.id.type === 'ObjectPattern';
    const isName = parent?.type === 'MemberExpression' && parent.property === node && !parent.computed;
    const isKey =
      (parent?.type === 'Property' && parent.key === node && !parent.shorthand) ||
      (parent?.type === 'VariableDeclarator' && parent.id === node);
    if (isTakenApart || isName || isKey) return true;
    const isArea = found.depth === 0 && [...areaOf.values()].includes(found.path);
    (isArea ? whole : used).push(found.path);
    const isLater = parents.some(({ type }) => /Function/.test(type));
    if (!isLater && found.path in english) early.push(found.path);
    // What an index is computed from may be words, too.
    return node.computed === true;
  });
  return { used, whole, early };
}

const uses = modules.map((module) => ({ path: module.path, ...usesIn(module) }));

it('every text is used', () => {
  const used = uses.flatMap((each) => each.used);
  const manifest = [...readFileSync('wxt.config.ts', 'utf8').matchAll(/__MSG_(\w+?)__/g)].map(
    ([, key]) => key ?? '',
  );
  const known = [...new Set([...used, ...manifest])];
  expect(
    Object.keys(english).filter((key) => !known.some((each) => key === each || key.startsWith(`${each}_`))),
  ).toEqual([]);
});

it('no text is read as its module loads: the language is known only after that', () => {
  const inRooms = uses.filter(({ path }) => !path.startsWith('entrypoints/'));
  expect(inRooms.flatMap(({ path, early }) => early.map((key) => `${path} reads ${key}`))).toEqual([]);
});

it('words are looked up in groups by variables, so that it can be told which are used', () => {
  expect(uses.flatMap(({ path, whole }) => whole.map((area) => `${path} takes any of ${area}`))).toEqual([]);
});
