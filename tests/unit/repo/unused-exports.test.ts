import { expect, it } from 'vitest';
import { type SyntaxNode, walk } from '../locales/support/syntax';
import { exportsIn } from './support/exports';
import { allModules, fileOf } from './support/graph';
import { type Import, readSource } from './support/imports';

/** Modules whose exports are taken by other ways than imports. */
const TAKEN_ELSEWHERE: readonly RegExp[] = [
  // The host library, for the pages of others.
  /^host\/index\.ts$/,
  // Handed over as a whole, to who knows it by its type.
  /^browser\/panel-alerts\.ts$/,
  // Pages of the examples have scripts of their own.
  /^examples\/.*\.js$/,
  // Vitest calls what its global set-up exports.
  /^tests\/own-folder\.ts$/,
  // The compiler alone reads them.
  /^tests\/types\//,
  // Tests put it into a page, as a bundle.
  /^tests\/browser\/harness\/accessible\/lookup\.ts$/,
  // `readEnglish` loads every module of texts by a path that it puts together.
  /^(strings\/.*|locales\/manifest)\.ts$/,
];

interface Module {
  path: string;
  names: readonly string[];
  imports: readonly Import[];
  /** Every name in it: what it can take of a module that it has whole. */
  mentioned: ReadonlySet<string>;
}

function readModule(path: string): Module {
  const { tree, imports } = readSource(path);
  const { types, values, listed } = exportsIn(tree);
  const takesWhole = imports.some(({ names }) => names.includes('*'));
  return {
    path,
    names: [...types, ...values, ...listed],
    imports,
    mentioned: takesWhole ? namesIn(tree) : new Set(),
  };
}

function namesIn(tree: SyntaxNode): Set<string> {
  const found = new Set<string>();
  walk(tree, ({ name }) => {
    if (typeof name === 'string') found.add(name);
  });
  return found;
}

/** Returns the exports that no other of the modules takes. */
function unusedIn(modules: readonly Module[]): string[] {
  const known = new Set(modules.map(({ path }) => path));
  const used = new Map<string, Set<string>>();
  for (const { path, imports, mentioned } of modules)
    for (const { target, names } of imports) {
      const file = fileOf(path, target, known) ?? '';
      const taken = names.includes('*') ? mentioned : names;
      used.set(file, new Set([...(used.get(file) ?? []), ...taken]));
    }
  return modules.flatMap(({ path, names }) =>
    names.filter((name) => !used.get(path)?.has(name)).map((name) => `${path} exports ${name}`),
  );
}

const unused = unusedIn(allModules().map(readModule));
const pathIn = (line: string) => line.replace(/ exports .*/, '');

it('finds every export used in another module, tests included', () => {
  expect(unused.filter((line) => !TAKEN_ELSEWHERE.some((paths) => paths.test(pathIn(line))))).toEqual([]);
});

it('leaves out only modules whose exports no module imports', () => {
  const needless = TAKEN_ELSEWHERE.filter((paths) => !unused.some((line) => paths.test(pathIn(line))));
  expect(needless).toEqual([]);
});
