import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { keepBuiltIns } from '../../../../plugin/classic/isolation/built-ins';
import type { Isolated } from '../../../../plugin/classic/isolation/isolated';
import { replacedIn } from '../../../../plugin/classic/obstacles/built-ins';
import { replacesShared } from '../../../../plugin/classic/obstacles/obstacles';

/** Runs a script in a window of its own whose built-ins are kept; returns its value and what was told. */
function run(script: string): { value: unknown; told: string[] } {
  const told: string[] = [];
  const context = createContext({
    ...{ document: { documentElement: {}, head: {}, body: {} }, fetch: () => 'fetched' },
    setTimeout: () => 1,
  });
  runInContext('globalThis.window = globalThis; class EventTarget { addEventListener() {} }', context);
  runInContext('globalThis.EventTarget = EventTarget;', context);
  keepBuiltIns(runInContext('globalThis', context) as Isolated['view'], (name) => told.push(name));
  return { value: runInContext(script, context), told };
}

const REPLACING: [string, string][] = [
  ['Array.prototype.map', 'Array.prototype.map = () => []'],
  ['Array.prototype.filter', 'Object.defineProperty(Array.prototype, "filter", { value: () => [] })'],
  ['fetch', 'const inner = window.fetch;\nwindow.fetch = (...given) => inner(...given);'],
  ['setTimeout', 'setTimeout = undefined'],
  ['Promise', 'window.Promise = class {}'],
  ['Promise.prototype.then', 'Promise.prototype.then = () => {}'],
  ['JSON.parse', 'JSON.parse = () => ({})'],
  ['JSON', 'window.JSON = {}'],
  ['Object.keys', 'Object.keys = () => []'],
  ['Function.prototype.call', 'Function.prototype.call = function () {}'],
  ['EventTarget.prototype.addEventListener', 'window.EventTarget.prototype.addEventListener = () => {}'],
];

describe('a plugin that replaces what all share', () => {
  it.each(REPLACING)('is told of by name, and %s stays', (name, script) => {
    const { told, value } = run(`${script};
      [[1].map(x => x + 1), [1, 2].filter(x => x > 1), fetch(), JSON.parse('1'), setTimeout(),
        Object.keys({ a: 1 }),
        String.prototype.trim.call(' a '), Promise.resolve(1) instanceof Promise].join()`);
    expect(told).toEqual([name]);
    expect(value).toBe('2,2,fetched,1,1,a,a,true');
    expect(replacedIn(script)).toEqual([replacesShared(name)]);
  });
});

describe('a plugin that leaves alone what all share', () => {
  it.each([
    ['adds what is missing', 'Array.prototype.mine = () => 7; [].mine()', 7],
    ['tests first', 'if (!Array.prototype.flat) { Array.prototype.flat = () => 0; } [[1]].flat()[0]', 1],
    [
      'tests by type',
      'if (typeof Object.assign !== "function") { Object.assign = () => 0; } Object.assign({}, {a: 2}).a',
      2,
    ],
    ['takes what is there', 'window.Promise = window.Promise || function () {}; typeof Promise', 'function'],
    ['looks for it', 'if (!("at" in Array.prototype)) Array.prototype.at = () => 0; [3].at(0)', 3],
    ['has objects of its own', 'const o = {}; o.toString = () => "mine"; o.map = 1; String(o)', 'mine'],
    ['has classes of its own', 'function F() {} F.prototype.toString = () => "F"; String(new F())', 'F'],
    ['has a list of its own', 'const list = []; list.map = () => "own"; list.map()', 'own'],
    ['has a function of its own', 'const f = () => 1; f.call = () => 2; f.call()', 2],
    ['has an error of its own', 'const e = new Error("a"); e.name = "Mine"; String(e)', 'Mine: a'],
    ['extends a class', 'class L extends Array { map() { return "L"; } } new L().map()', 'L'],
    ['has a setting of that name', 'const settings = {}; settings.fetch = 1; settings.fetch', 1],
  ])('runs: it %s', (_, script, expected) => {
    const { told, value } = run(script);
    expect(value).toEqual(expected);
    expect(told).toEqual([]);
    expect(replacedIn(script)).toEqual([]);
  });
});
