import { parseAst, transformWithEsbuild } from 'vite';
import type { English } from '../strings';

/** One call of `strings()` in a module. */
export type Area = {
  /** What the module exports it as. */
  name: string;
  area: string;
  english: English;
  /** Where the texts stand in the module's JavaScript. */
  start: number;
  end: number;
};

type Program = ReturnType<typeof parseAst>;
type Declaration = Extract<Program['body'][number], { type: 'VariableDeclaration' }>['declarations'][number];
type Expression = NonNullable<Declaration['init']>;
type Group = Extract<Expression, { type: 'ObjectExpression' }>;
type Value = Extract<Group['properties'][number], { type: 'Property' }>['value'];

/**
 * Finds the texts in a module's JavaScript without running it: they are literals, in a call at its top
 * level, `export const CHAT_STRINGS = strings('chat', { … })`. Throws where they are not.
 */
export function findWords(program: Program, path: string): Area[] {
  const areas: Area[] = [];
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of node.declaration.declarations) {
      if (id.type !== 'Identifier' || init?.type !== 'CallExpression') continue;
      if (init.callee.type !== 'Identifier' || init.callee.name !== 'strings') continue;
      const [area, texts] = init.arguments;
      if (
        area?.type !== 'Literal' ||
        typeof area.value !== 'string' ||
        texts?.type === 'SpreadElement' ||
        !texts
      ) {
        throw unreadable(path, id.name);
      }
      const { start, end } = texts as unknown as { start: number; end: number };
      areas.push({ name: id.name, area: area.value, english: readGroup(texts, path, id.name), start, end });
    }
  }
  return areas;
}

/** Reads a module's source in TypeScript. */
export async function readWords(source: string, path: string): Promise<Area[]> {
  const { code } = await transformWithEsbuild(source, path, { loader: 'ts', sourcemap: false });
  return findWords(parseAst(code), path);
}

function readGroup(node: Value, path: string, name: string): English {
  if (node.type !== 'ObjectExpression') throw unreadable(path, name);
  const entries = node.properties.map((property) => {
    if (property.type !== 'Property' || property.computed) throw unreadable(path, name);
    const { key, value } = property;
    const at = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
    if (at === undefined) throw unreadable(path, name);
    const text = value.type === 'Literal' && typeof value.value === 'string' ? value.value : undefined;
    return [at, text ?? readGroup(value, path, `${name}.${at}`)] as const;
  });
  return Object.fromEntries(entries);
}

const unreadable = (path: string, name: string) =>
  new Error(`${path}: ${name} is read without being run. Write its texts as plain 'text' and { groups }.`);
