import { isNode, nodesIn, type SyntaxNode } from '../../locales/support/syntax';

/** What a module declares and exports by name. */
export interface Exports {
  types: readonly string[];
  values: readonly string[];
}

const TYPES = /^(TSTypeAlias|TSInterface|TSEnum|Class)Declaration$/;

/** Returns what a module declares and exports at once; not what it exports of another, nor its default. */
export function exportsIn(tree: SyntaxNode): Exports {
  const declarations = nodesIn(tree.body)
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ declaration }) => nodesIn(declaration));
  const [types, values] = [true, false].map((isType) =>
    declarations.filter(({ type }) => TYPES.test(type) === isType).flatMap(namesIn),
  );
  return { types: types ?? [], values: values ?? [] };
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
