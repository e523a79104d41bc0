import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { nodesIn, parseTyped, type SyntaxNode, textIn, walk } from '../../locales/support/syntax';

/** What a module takes from another. */
export interface Import {
  /** As written; what a template fills in is `…`. */
  target: string;
  /** Names in the other module; `*` for all of it, and none for its side effects alone. */
  names: readonly string[];
  /** Whether nothing of it is left at run time. */
  isType: boolean;
}

/** Modules with names of their own; see `paths` in tsconfig.json. */
const ALIASES: ReadonlyMap<string, string> = new Map([['external-chat-host', join('host', 'index.ts')]]);

/** Returns the path of what a module imports, from the root; nothing for a package. */
export function pathOf(file: string, target: string): string | undefined {
  if (target.startsWith('.')) return join(dirname(file), target.replace(/\?.*$/, ''));
  return ALIASES.get(target);
}

/** A module as a text and as what it says. */
export interface Source {
  /** From the root, with slashes. */
  path: string;
  text: string;
  tree: SyntaxNode;
  imports: readonly Import[];
}

export function readSource(path: string, text = readFileSync(path, 'utf8')): Source {
  const tree = parseTyped(path, text);
  return { path: path.split(sep).join('/'), text, tree, imports: importsIn(tree) };
}

/** Returns every import of a module: declared, exported again, loaded late, required, or in a type. */
export function importsIn(tree: SyntaxNode): Import[] {
  const found: Import[] = [];
  walk(tree, (node) => {
    const [source] = nodesIn(SOURCES[node.type]?.(node));
    if (source) found.push({ target: textIn(source) ?? '…', ...takenBy(node) });
  });
  return found;
}

/** Where a node names a module, by its type. */
const SOURCES: Readonly<Record<string, (node: SyntaxNode) => unknown>> = {
  ImportDeclaration: ({ source }) => source,
  ExportNamedDeclaration: ({ source }) => source,
  ExportAllDeclaration: ({ source }) => source,
  ImportExpression: ({ source }) => source,
  TSImportType: ({ argument }) => argument,
  TSExternalModuleReference: ({ expression }) => expression,
  CallExpression: ({ callee, arguments: [first] = [] }: SyntaxNode & { arguments?: unknown[] }) =>
    nodesIn(callee).some(({ name }) => name === 'require') && first,
};

function takenBy(node: SyntaxNode): Pick<Import, 'names' | 'isType'> {
  const isType = [node.importKind, node.exportKind].includes('type') || node.type === 'TSImportType';
  const isNamed = node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration';
  if (node.type === 'TSImportType') return { isType, names: [firstName(node.qualifier)] };
  return { isType, names: isNamed ? nodesIn(node.specifiers).map(nameTaken) : ['*'] };
}

function nameTaken(specifier: SyntaxNode): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  const [name] = nodesIn(specifier.type === 'ImportSpecifier' ? specifier.imported : specifier.local);
  if (specifier.type === 'ImportNamespaceSpecifier' || !name) return '*';
  return textIn(name) ?? String(name.name);
}

/** The name that a type takes first: `A` of `import('…').A.B`. */
function firstName(qualifier: unknown): string {
  const [name] = nodesIn(qualifier);
  if (name?.type === 'TSQualifiedName') return firstName(name.left);
  return name ? String(name.name) : '*';
}
