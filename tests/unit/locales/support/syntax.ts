import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from '@babel/parser';
import { parseAst, transformWithEsbuild } from 'vite';

/** A node of a syntax tree, of which a test asks only for what it needs. */
export type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type: string };

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

/** The nodes of a field: one, several or none. */
export const nodesIn = (value: unknown): SyntaxNode[] =>
  (Array.isArray(value) ? value : [value]).filter(isNode);

/** Visits a tree; what `visit` returns `false` for is not looked into. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode, parents: SyntaxNode[]) => unknown): void {
  const parents: SyntaxNode[] = [];
  const go = (at: SyntaxNode) => {
    if (visit(at, parents) === false) return;
    parents.push(at);
    for (const value of Object.values(at)) nodesIn(value).forEach(go);
    parents.pop();
  };
  go(node);
}

export type Module = { path: string; tree: SyntaxNode };

/** The syntax of every module of these rooms, without its types. */
export async function modulesOf(...rooms: string[]): Promise<Module[]> {
  const paths = rooms.filter(existsSync).flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .map((name) => `${room}/${name}`.replaceAll('\\', '/'))
      .filter((path) => /\.tsx?$/.test(path)),
  );
  return Promise.all(paths.toSorted().map(async (path) => ({ path, tree: await treeOf(path) })));
}

const treeOf = (path: string) => parseSource(path, readFileSync(path, 'utf8'));

/** Returns the syntax of a module, without its types. */
export async function parseSource(path: string, source: string): Promise<SyntaxNode> {
  const { code } = await transformWithEsbuild(source, path, { jsx: 'preserve', sourcemap: false });
  return parseAst(code, { jsx: true }) as unknown as SyntaxNode;
}

/** Returns the syntax of a module with its types. */
export function parseTyped(path: string, source: string): SyntaxNode {
  const { program } = parse(source, {
    sourceType: 'module',
    createImportExpressions: true,
    attachComment: false,
    allowUndeclaredExports: true,
    plugins: [
      'estree',
      ['typescript', { dts: path.endsWith('.d.ts') }],
      ...(path.endsWith('x') ? ['jsx' as const] : []),
    ],
  });
  return program as unknown as SyntaxNode;
}

/** The text of a string, or of the fixed parts of a template. */
export function textIn(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  return nodesIn(node.quasis)
    .map(({ value }) => String(Reflect.get(Object(value), 'cooked')))
    .join('…');
}
