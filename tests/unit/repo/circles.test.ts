import { expect, it } from 'vitest';
import { circlesOf, foldersOf, type Graph, isInside, readGraph } from './support/graph';

const graph = readGraph();

/** Folders that import a folder inside them which imports them too, each with its reason. */
const WITH_THEIR_OWN: ReadonlyArray<readonly [folder: string, inside: string]> = [
  // The peer's script puts its parts together, and starts the panel server with them.
  ['peer', 'peer/panel-server'],
  // One file launches either browser, so that a test imports one harness.
  ['tests/browser/harness', 'tests/browser/harness/chromium'],
  ['tests/browser/harness', 'tests/browser/harness/firefox'],
];

/** A graph of folders, without the imports that `WITH_THEIR_OWN` names. */
const withoutNamed = (folders: Graph): Graph =>
  new Map(
    [...folders].map(([folder, targets]) => [
      folder,
      targets.filter(
        (target) => !WITH_THEIR_OWN.some(([from, inside]) => from === folder && inside === target),
      ),
    ]),
  );

/** Folders, each with one inside it, that import each other without another folder between them. */
const withTheirOwn = (folders: Graph): Array<[folder: string, inside: string]> =>
  [...folders].flatMap(([folder, targets]) =>
    [...new Set(targets)]
      .filter((inside) => isInside(inside, folder) && folders.get(inside)?.includes(folder))
      .map((inside): [string, string] => [folder, inside]),
  );

it('finds circles of any length, and none where there is none', () => {
  const graphOf = (edges: string): Graph => {
    const all = edges.split(' ').map((edge) => edge.split('>') as [string, string]);
    const names = new Set(all.flat());
    return new Map(
      [...names].map((name) => [name, all.filter(([from]) => from === name).map(([, to]) => to)]),
    );
  };
  expect(circlesOf(graphOf('a>b b>c a>c'))).toEqual([]);
  expect(circlesOf(graphOf('a>b b>a'))).toEqual([['a', 'b']]);
  expect(circlesOf(graphOf('x>a a>b b>c c>d d>a c>y'))).toEqual([['a', 'b', 'c', 'd']]);
  expect(circlesOf(graphOf('a>a'))).toEqual([['a']]);
  expect(circlesOf(graphOf('a>b b>a b>c c>d d>c'))).toEqual([
    ['c', 'd'],
    ['a', 'b'],
  ]);
});

it('has no files that import each other in a circle, types included', () => {
  expect(graph.size).toBeGreaterThan(400);
  expect(circlesOf(graph)).toEqual([]);
});

it('has no folders that import each other in a circle, beside each other or one in the other', () => {
  const sources = new Map([...graph].filter(([file]) => !isInside(file, 'tests')));
  expect(circlesOf(withoutNamed(foldersOf(sources)))).toEqual([]);
});

it('has only the named folders import a folder inside them that imports them too, tests included', () => {
  expect(withTheirOwn(foldersOf(graph)).toSorted()).toEqual(WITH_THEIR_OWN);
});

it('finds folders that import each other by different files', () => {
  const beside: Graph = new Map([
    ['a/one.ts', ['b/one.ts']],
    ['b/one.ts', []],
    ['b/two.ts', ['a/two.ts']],
    ['a/two.ts', []],
  ]);
  expect(circlesOf(beside)).toEqual([]);
  expect(circlesOf(foldersOf(beside))).toEqual([['a', 'b']]);
  expect(withTheirOwn(foldersOf(beside))).toEqual([]);
});

it('finds a folder and one inside it that import each other, directly or by way of a third', () => {
  const direct: Graph = new Map([
    ['a/one.ts', ['a/in/one.ts']],
    ['a/in/one.ts', []],
    ['a/in/two.ts', ['a/two.ts']],
    ['a/two.ts', []],
  ]);
  expect(circlesOf(foldersOf(direct))).toEqual([['a', 'a/in']]);
  expect(withTheirOwn(foldersOf(direct))).toEqual([['a', 'a/in']]);
  const byAnother: Graph = new Map([
    ['a/one.ts', ['a/in/one.ts']],
    ['a/in/one.ts', ['a/beside/one.ts']],
    ['a/beside/one.ts', ['a/two.ts']],
    ['a/two.ts', []],
  ]);
  expect(circlesOf(foldersOf(byAnother))).toEqual([['a', 'a/beside', 'a/in']]);
});
