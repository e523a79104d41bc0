import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { expect, it } from 'vitest';

const ROOMS = [
  'background',
  'branding',
  'browser',
  'entrypoints',
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

/** Every relative import or export of a file, `import type` and dynamic ones included. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;

type Graph = ReadonlyMap<string, readonly string[]>;

function readGraph(): Graph {
  const files = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => join(room, name)),
  );
  const known = new Set(files);
  return new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, target = '']) => {
        const path = join(dirname(file), target);
        return [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].filter((each) => known.has(each));
      }),
    ]),
  );
}

/** The folders of a graph of files, without imports between a folder and one inside it. */
function foldersOf(files: Graph): Graph {
  const folders = new Map<string, string[]>();
  for (const [file, targets] of files) {
    const folder = dirname(file);
    const others = targets.map((target) => dirname(target));
    const beside = others.filter((other) => !isInside(other, folder) && !isInside(folder, other));
    folders.set(folder, [...(folders.get(folder) ?? []), ...beside]);
  }
  return folders;
}

const isInside = (folder: string, outer: string) => `${folder}${sep}`.startsWith(`${outer}${sep}`);

/** Groups of files that all import each other, directly or by way of others of the group (Tarjan). */
function circlesOf(graph: Graph): string[][] {
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

it('finds circles of any length, and none where there is none', () => {
  const graph = (edges: string): Graph => {
    const all = edges.split(' ').map((edge) => edge.split('>') as [string, string]);
    const names = new Set(all.flat());
    return new Map(
      [...names].map((name) => [name, all.filter(([from]) => from === name).map(([, to]) => to)]),
    );
  };
  expect(circlesOf(graph('a>b b>c a>c'))).toEqual([]);
  expect(circlesOf(graph('a>b b>a'))).toEqual([['a', 'b']]);
  expect(circlesOf(graph('x>a a>b b>c c>d d>a c>y'))).toEqual([['a', 'b', 'c', 'd']]);
  expect(circlesOf(graph('a>a'))).toEqual([['a']]);
  expect(circlesOf(graph('a>b b>a b>c c>d d>c'))).toEqual([
    ['c', 'd'],
    ['a', 'b'],
  ]);
});

it('has no files that import each other in a circle, types included', () => {
  const graph = readGraph();
  expect(graph.size).toBeGreaterThan(400);
  expect(circlesOf(graph)).toEqual([]);
});

it('has no folders that beside each other that import each other in a circle', () => {
  const sources = new Map([...readGraph()].filter(([file]) => !isInside(file, 'tests')));
  expect(circlesOf(foldersOf(sources))).toEqual([]);
});

it('finds folders that import each other by different files, and none of a folder and its own', () => {
  const graph: Graph = new Map([
    ['a/one.ts', ['b/one.ts']],
    ['b/one.ts', []],
    ['b/two.ts', ['a/two.ts']],
    ['a/two.ts', ['a/in/one.ts']],
    ['a/in/one.ts', ['a/one.ts']],
  ]);
  expect(circlesOf(graph)).toEqual([]);
  expect(circlesOf(foldersOf(graph))).toEqual([['a', 'b']]);
});
