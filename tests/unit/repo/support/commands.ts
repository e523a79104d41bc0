import { basename } from 'node:path';
import { nodesIn, type SyntaxNode, textIn, walk } from '../../locales/support/syntax';
import { importsIn } from './imports';

/** Calls whose texts are titles or what is looked for, and no commands. */
const NO_COMMAND = /^(describe|it|test|expect|Error|stringContaining|includes|to[A-Z]\w*)$/;

/**
 * Returns the words of every string or list in a module that can be a command line.
 */
export function commandsIn(tree: SyntaxNode): string[][] {
  const constants = new Map<string, SyntaxNode>();
  const found: SyntaxNode[][] = [];
  walk(tree, (node) => {
    if (node.type === 'VariableDeclarator') {
      const [[id], init] = [nodesIn(node.id), nodesIn(node.init)];
      if (id?.type === 'Identifier' && init[0]) constants.set(String(id.name), init[0]);
      found.push(init.filter(({ type }) => type === 'ArrayExpression'));
    }
    if (node.type === 'TaggedTemplateExpression') found.push(nodesIn(node.quasi));
    if (node.type === 'CallExpression' && !NO_COMMAND.test(nameOf(node.callee)))
      found.push(nodesIn(node.arguments));
  });
  return found
    .map((nodes) => nodes.flatMap((node) => textsIn(node, constants)).join(' '))
    .map((text) => text.match(/[;&|]+|[^\s;&|()'"`]+/g) ?? []);
}

function nameOf(callee: unknown): string {
  const [node] = nodesIn(callee);
  // The title after `it.each(…)`; the table can have a command.
  if (node?.type === 'CallExpression') return nameOf(Object(nodesIn(node.callee)[0]).object);
  if (node?.type === 'MemberExpression') return nameOf(node.property);
  return node?.type === 'Identifier' ? String(node.name) : '';
}

/** The texts in an expression, those of constants of the same module included. */
function textsIn(node: SyntaxNode, constants: ReadonlyMap<string, SyntaxNode>, depth = 0): string[] {
  const text = textIn(node);
  if (text !== undefined) return [text];
  if (depth > 8) return [];
  const constant = node.type === 'Identifier' && constants.get(String(node.name));
  if (constant) return textsIn(constant, constants, depth + 1);
  return ['elements', 'arguments', 'argument', 'consequent', 'alternate', 'left', 'right', 'expression']
    .flatMap((field) => (node.type.endsWith('Function') ? [] : nodesIn(node[field])))
    .filter(({ type }) => type !== 'ObjectExpression' && !type.includes('Function'))
    .flatMap((part) => textsIn(part, constants, depth + 1));
}

/** Words after which a command begins. */
const BEFORE_COMMAND = /^([;&|]+|-\w*c|env|npx|time|nice|\w+=.*)$/;

/** What can be built, by the names of scripts and targets. */
export interface Builders {
  /** npm scripts that build. */
  scripts: ReadonlySet<string>;
  /** make targets that build. */
  targets: ReadonlySet<string>;
  /** Paths of modules that build when they are run. */
  files: ReadonlySet<string>;
}

/** Returns which programs a command line runs that a test may not run by itself. */
export function forbiddenIn(words: readonly string[], { scripts, targets, files }: Builders): string[] {
  const names = words.map((word) => basename(word).replace(/\.(c|m)?js$|\.cmd$/, ''));
  const has = (name: string) => names.includes(name);
  const found: string[] = [];
  if (has('wxt')) found.push('wxt');
  if (has('vite') && has('build')) found.push('vite build');
  if (has('tsc')) found.push('tsc');
  const script =
    has('npm') || has('pnpm') || has('yarn') ? words.find((word) => scripts.has(word)) : undefined;
  if (script) found.push(`npm run ${script}`);
  const file = words.find((word) => files.has(word.replace(/^\.\//, '')));
  if (file) found.push(file);
  // Sentences have this word, too.
  const make = names.findIndex(
    (name, at) => name === 'make' && (at === 0 || BEFORE_COMMAND.test(names[at - 1] ?? '')),
  );
  if (make >= 0) {
    const after = names.slice(make + 1);
    const isDry = after.includes('-n') || after.includes('--dry-run');
    const target = after.length === 0 ? 'all' : after.find((word) => targets.has(word));
    found.push(target && !isDry ? `make ${target}` : 'make');
  }
  return found;
}

/** What may be imported of the bundlers: nothing that builds. */
const HARMLESS = ['defineConfig', 'parseAst', 'transformWithEsbuild'];

/** Returns what a module brings along: the builders of packages, and the paths of its own kind. */
export function buildersAndModulesIn(tree: SyntaxNode): { builders: string[]; modules: string[] } {
  const imports = importsIn(tree).filter(({ isType }) => !isType);
  const builders = imports
    .filter(({ target }) => /^(vite|wxt|rollup|rolldown)$/.test(target))
    .flatMap(({ target, names }) => names.map((name) => `${target}: ${name === '*' ? 'everything' : name}`))
    .filter((builder) => !HARMLESS.some((name) => builder.endsWith(`: ${name}`)));
  return {
    builders,
    modules: imports.map(({ target }) => target).filter((target) => target.startsWith('.')),
  };
}
