import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Paths of all documents: those at the root, those in docs/, and those beside what they describe. */
export const DOCUMENTS: readonly string[] = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'host', 'tests', 'examples', 'meeting', 'plugin'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  ),
].toSorted();

/** A block of code in a document. */
export interface Block {
  /** Document and line, for messages. */
  at: string;
  /** The word behind the fence. */
  language: string;
  /** Text without the fences. */
  code: string;
  /** The line right above the block, which may be a mark such as `<!-- by hand -->`. */
  above: string;
}

/** Returns the blocks of code in a document. */
export function blocksIn(document: string): Block[] {
  const lines = readFileSync(document, 'utf8').split('\n');
  const blocks: Block[] = [];
  for (let line = 0; line < lines.length; line++) {
    const open = /^( *)```(\w*)/.exec(lines[line] ?? '');
    if (!open) continue;
    const [, indent = '', language = ''] = open;
    const end = lines.findIndex((each, at) => at > line && each.startsWith(`${indent}\`\`\``));
    const code = lines.slice(line + 1, end).map((each) => each.slice(indent.length));
    const above = lines.slice(0, line).findLast((each) => each.trim()) ?? '';
    blocks.push({ at: `${document}:${line + 1}`, language, code: `${code.join('\n')}\n`, above });
    line = end;
  }
  return blocks;
}

/** Returns the first block of code in a document that has this text. Throws if there is none. */
export function blockWith(document: string, text: string): Block {
  const block = blocksIn(document).find(({ code }) => code.includes(text));
  if (!block) throw new Error(`${document} has no block with ${text}.`);
  return block;
}

/** Returns a document without its blocks of code and without code in its sentences. */
export function proseIn(document: string): string {
  return readFileSync(document, 'utf8')
    .replace(/^( *)```[\s\S]*?^\1```/gm, '')
    .replace(/`[^`\n]+`/g, '`…`');
}

/** A link in a document to another file or place of the repository. */
interface Link {
  /** Path from the root. */
  path: string;
  /** Name of a heading in it, or nothing. */
  heading: string;
}

/** Returns the links of a document that stay in the repository. */
export function linksIn(document: string): Link[] {
  const text = readFileSync(document, 'utf8').replace(/^( *)```[\s\S]*?^\1```/gm, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^[a-z]+:/.test(to))
    .map((to) => {
      const [path = '', heading = ''] = to.split('#');
      return { path: path ? normalize(join(dirname(document), path)) : document, heading };
    });
}

/** Returns the names by which the headings of a document are linked, as GitHub makes them. */
export function headingsIn(document: string): string[] {
  return [...readFileSync(document, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
