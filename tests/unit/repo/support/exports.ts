import { isNode, nodesIn, type SyntaxNode, textIn } from '../../locales/support/syntax';

/** What a module exports by name. */
interface Exports {
  /** What it declares as it exports it. */
  types: readonly string[];
  values: readonly string[];
  /** Names in braces: of what it declares elsewhere, or imports. */
  listed: readonly string[];
}

const TYPES = /^(TSTypeAlias|TSInterface|TSEnum|Class)Declaration$/;

/** Returns what a module exports, but its default. */
export function exportsIn(tree: SyntaxNode): Exports {
  const exporting = nodesIn(tree.body).filter(({ type }) => type === 'ExportNamedDeclaration');
  const declarations = exporting.flatMap(({ declaration }) => nodesIn(declaration));
  const listed = exporting
    .flatMap(({ specifiers }) => nodesIn(specifiers))
    .flatMap(({ exported }) => nodesIn(exported))
    .map((name) => textIn(name) ?? String(name.name));
  const [types, values] = [true, false].map((isType) =>
    declarations.filter(({ type }) => TYPES.test(type) === isType).flatMap(namesIn),
  );
  return { types: types ?? [], values: values ?? [], listed: listed.filter((name) => name !== 'default') };
}

function namesIn(declaration: SyntaxNode): string[] {
  if (declaration.type === 'VariableDeclaration') return nodesIn(declaration.declarations).flatMap(boundIn);
  return nodesIn(declaration.id).map(({ name }) => String(name));
}

/** The names that a declarator or a pattern binds. */
function boundIn(node: SyntaxNode): string[] {
  if (node.type === 'Identifier') return [String(node.name)];
  const inner = [node.type === 'Property' ? node.value : undefined, node.id, node.elements, node.left];
  return [...inner, node.properties, node.argument].flat().filter(isNode).flatMap(boundIn);
}
