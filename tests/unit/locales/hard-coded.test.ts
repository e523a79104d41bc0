import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNode, modulesOf, nodesIn, type SyntaxNode, textIn, walk } from './support/syntax';

/**
 * The texts themselves, code that only builds, a page for developers, and files that developers read to fix a
 * fault.
 */
const NOT_SEEN =
  /^((browser|settings)\/build\/|strings\/|panel\/(preview|(log|scenarios)\/(as-scenario|report|session)\.ts))/;

const modules = (
  await modulesOf('background', 'browser', 'entrypoints', 'panel', 'settings', 'strings')
).filter(({ path }) => !NOT_SEEN.test(path));

const LETTERS = /\p{L}/u;
/** Two words of prose; markup, selectors and lists of tokens have other signs about them. */
const PROSE = /^[^<[\]=]*\p{L}{2,},? \p{L}{2,}/u;

/** Attributes that people see or hear. */
const SEEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'summary',
  'title',
]);

/** What an expression may come to, as far as it stands there. */
function outcomesOf(node: SyntaxNode): SyntaxNode[] {
  const parts = (...fields: unknown[]) => fields.flatMap((field) => nodesIn(field).flatMap(outcomesOf));
  switch (node.type) {
    case 'JSXExpressionContainer':
      return parts(node.expression);
    case 'ConditionalExpression':
      return parts(node.consequent, node.alternate);
    case 'LogicalExpression':
      return parts(node.operator === '&&' ? [] : node.left, node.right);
    case 'BinaryExpression':
      return parts(node.operator === '+' ? [node.left, node.right] : []);
    default:
      return [node];
  }
}

const shown = (node: SyntaxNode) =>
  outcomesOf(node)
    .flatMap((each) => textIn(each) ?? [])
    .filter((text) => LETTERS.test(text));

function visibleIn(tree: SyntaxNode): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'JSXText' && LETTERS.test(String(node.value))) found.push(String(node.value).trim());
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of nodesIn(node.children))
        if (child.type === 'JSXExpressionContainer') found.push(...shown(child));
    }
    if (
      node.type === 'JSXAttribute' &&
      isNode(node.name) &&
      SEEN.has(String(node.name.name)) &&
      isNode(node.value)
    ) {
      found.push(...shown(node.value));
    }
  });
  return found;
}

/** Words for programs alone: what a frame may do, and codes of countries. */
const TOKENS = /^(?:(?:allow-[a-z-]+|[A-Z]{2}) ?)+$/;

/** Strings that read like a sentence, other than for developers. */
function sentencesIn(tree: SyntaxNode): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'NewExpression' && /Error$/.test(String(Reflect.get(Object(node.callee), 'name'))))
      return false;
    if (node.type === 'CallExpression' && isConsole(node)) return false;
    if (node.type === 'JSXAttribute' && isNode(node.name) && !SEEN.has(String(node.name.name))) return false;
    const text = textIn(node);
    const isProse = text !== undefined && PROSE.test(text) && !TOKENS.test(text);
    if (isProse) found.push(text);
    return true;
  });
  return found;
}

const isConsole = ({ callee }: SyntaxNode) =>
  Reflect.get(Object(Reflect.get(Object(callee), 'object')), 'name') === 'console';

describe('what people see', () => {
  it.each(modules.filter(({ path }) => path.endsWith('x')))('is not written into $path', ({ tree }) => {
    expect(visibleIn(tree)).toEqual([]);
  });

  it('is not written into other modules either', () => {
    const sentences = modules.flatMap(({ path, tree }) =>
      sentencesIn(tree).map((text) => `${path}: ${text}`),
    );
    expect(sentences).toEqual([]);
  });

  it.each(
    readdirSync('entrypoints', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    ),
  )('is not written into entrypoints/%s', (name) => {
    const [, body = ''] = readFileSync(`entrypoints/${name}`, 'utf8').split('<body>');
    expect(body.replace(/<[^>]*>/g, ' ').trim()).toBe('');
  });
});
