import { sep } from 'node:path';
import { nodesIn, type SyntaxNode, textIn, walk } from '../../locales/support/syntax';
import { type Import, pathOf } from './imports';

const NAMES: readonly unknown[] = ['browser', 'chrome'];

/** The modules that hand out the API, each with what others may take of it. */
const HANDING_OUT: Readonly<Record<string, readonly string[]>> = {
  'browser/browser': [],
  'browser/globals': [],
  'browser/native': ['shadowRootOf'],
};

const harmlessOf = ({ target }: Pick<Import, 'target'>, path: string) =>
  HANDING_OUT[pathOf(path, target)?.split(sep).join('/').replace(/\.ts$/, '') ?? ''];

/** Whether a module takes the browser's API from those of `browser/` that have it. */
export const takesApi = (path: string, imports: readonly Import[]): boolean =>
  imports.some((each) => each.names.some((name) => harmlessOf(each, path)?.includes(name) === false));

/** Whether a module uses a name of the browser's API, in any way that can lead to it. */
export function namesApi(tree: SyntaxNode): boolean {
  let isNamed = false;
  walk(tree, (node, parents) => {
    if (NAMES.includes(node.type === 'Identifier' ? node.name : textIn(node)))
      isNamed ||= !isOwnKey(node, parents) && parents.at(-1)?.type !== 'TSLiteralType';
  });
  return isNamed;
}

/** Objects whose field `browser` is the name of one: a session of the log, and a build. */
const NAMED: readonly unknown[] = ['session', 'config'];

/** Whether a name is that of a field that has nothing to do with the API. */
function isOwnKey(node: SyntaxNode, parents: readonly SyntaxNode[]): boolean {
  const [outer, parent] = parents.slice(-2);
  if (parent?.type === 'MemberExpression' && node.name === 'browser')
    return nodesIn(parent.object).some(({ name }) => NAMED.includes(name));
  if (parent?.type === 'TSPropertySignature') return true;
  return (
    parent?.type === 'Property' && outer?.type === 'ObjectExpression' && nodesIn(parent.value)[0] !== node
  );
}

/** Whether a module of `browser/` hands on, under any name, what another of them has. */
export function handsOnApi(tree: SyntaxNode, path: string): boolean {
  const taken = new Set<unknown>();
  const isTaken = (node: SyntaxNode | undefined): boolean =>
    taken.has(node?.name) || WRAPPED.some((field) => nodesIn(node?.[field]).some(isTaken));
  let handsOn = false;
  walk(tree, (node) => {
    const [source] = nodesIn(node.source);
    const target = (source && textIn(source)) ?? '';
    const isOfApi = harmlessOf({ target }, path) !== undefined;
    const locals = nodesIn(node.specifiers).flatMap(({ local }) => nodesIn(local));
    if (node.type === 'ImportDeclaration' && isOfApi) for (const { name } of locals) taken.add(name);
    if (node.type === 'ExportAllDeclaration') handsOn ||= isOfApi;
    if (node.type !== 'ExportNamedDeclaration') return;
    const values = nodesIn(nodesIn(node.declaration)[0]?.declarations).flatMap(({ init }) => nodesIn(init));
    handsOn ||= [...locals, ...values].some((each) => isOfApi || isTaken(each));
  });
  return handsOn;
}

/** Where what is given on can stand: in `x as Y`, in `() => x`. */
const WRAPPED = ['expression', 'body'];

/** Whether an import brings the polyfill, or another object with the whole API, at run time. */
export const isPolyfill = ({ target, isType }: Import) =>
  !isType && /^(webextension-polyfill|wxt\/browser|@wxt-dev\/browser|#imports)\b/.test(target);
