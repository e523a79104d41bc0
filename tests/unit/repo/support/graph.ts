import { readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pathOf, readSource } from './imports';
import { sourcesIn } from './sources';

const ROOMS = [
  'background',
  'branding',
  'browser',
  'entrypoints',
  'examples',
  'host',
  'locales',
  'meeting',
  'notices',
  'panel',
  'peer',
  'plugin',
  'protocol',
  'scripts',
  'settings',
  'strings',
  'tests',
];

export type Graph = ReadonlyMap<string, readonly string[]>;

/** The paths of all our modules, configs included. */
export function allModules(): string[] {
  const configs = readdirSync('.').filter((name) => name.endsWith('.config.ts'));
  return [...configs, ...sourcesIn(ROOMS)];
}

/** Returns which of the known files an import leads to. */
export function fileOf(from: string, target: string, known: ReadonlySet<string>): string | undefined {
  const path = pathOf(from, target);
  if (path === undefined) return undefined;
  return [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find((each) => known.has(each));
}

/** Returns what each of our files imports. */
export function readGraph(): Graph {
  const files = allModules();
  const known = new Set(files);
  return new Map(
    files.map((file) => [
      file,
      readSource(file).imports.flatMap(({ target }) => fileOf(file, target, known) ?? []),
    ]),
  );
}

/** Returns the folders of a graph of files, without imports within a folder. */
export function foldersOf(files: Graph): Graph {
  const folders = new Map<string, string[]>();
  for (const [file, targets] of files) {
    const folder = dirname(file);
    const others = targets.map((target) => dirname(target)).filter((other) => other !== folder);
    folders.set(folder, [...(folders.get(folder) ?? []), ...others]);
  }
  return folders;
}

export const isInside = (folder: string, outer: string) => `${folder}${sep}`.startsWith(`${outer}${sep}`);

/** Returns groups of files that all import each other, directly or by way of others of the group (Tarjan). */
export function circlesOf(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const number = order.size;
    let low = number;
    order.set(file, number);
    open.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, lowest.get(target) ?? order.get(target) ?? low);
      if (target === file) circles.push([file]);
    }
    lowest.set(file, low);
    if (low === number) {
      const group = open.splice(open.indexOf(file));
      if (group.length > 1) circles.push(group.toSorted());
    }
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}
