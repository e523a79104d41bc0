import { constants, createContext, Script } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';
import type { Isolated } from '../../../../plugin/classic/isolation/isolated';
import { watchPromises } from '../../../../plugin/classic/isolation/promises';
import { noteTurns } from '../../../../plugin/classic/isolation/turns';
import { asOwner, runningOwner } from '../../../../plugin/classic/streams/owner';
import { anOwner } from './support/owner';

const [one, other] = [anOwner('one'), anOwner('other')];

/** A document of its own, whose promises are watched, with a plugin's file and another's turn in between. */
const told: string[] = [];
let noted: string | undefined;
const context = createContext({
  noted: () => noted,
  /** Long after the plugin's turn, with another plugin's since. */
  later: (run: () => void) =>
    setTimeout(() => {
      asOwner(other, () => undefined);
      setTimeout(run);
    }),
});
const run = (script: string, filename = 'one.js'): unknown =>
  new Script(script, {
    filename,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInContext(context);

beforeAll(() => {
  const storage = { setItem: (_: string, id: string) => (noted = id), removeItem: () => (noted = undefined) };
  noteTurns(new EventTarget() as Window, () => storage as unknown as Storage);
  watchPromises({
    view: run('globalThis') as Isolated['view'],
    // As the host finds out whose code it is: by who was called, else by the file.
    caller: () => runningOwner() ?? (new Error().stack?.includes('one.js') ? one : undefined),
    report: (sentence) => told.push(sentence),
    notice: () => {},
  });
  run('globalThis.soon = value => new Promise(resolve => later(() => resolve(value)))');
});

it.each([
  ['what import() promises', 'await import("node:os")'],
  ['an async function', 'await (async () => soon())()'],
  ['a promise of its own', 'await soon()'],
  ['a promise that fails', 'await soon().then(() => { throw 1 }).catch(() => {})'],
  ['an await behind others', 'await soon(); await soon(); await soon()'],
  ['for await over a generator', 'for await (const _ of (async function* () { yield soon() })()) break'],
  ['for await over a list', 'for await (const _ of [soon(1)]) break'],
  ['several promises', 'await Promise.all([soon(), soon()])'],
])('notes the plugin behind %s', async (_, wait) => {
  expect(await run(`(async () => { await soon(); ${wait}; return noted() })()`)).toBe('one');
});

it('notes nobody behind the promises of this host', async () => {
  expect(await run('(async () => { await soon(); return noted() })()', 'host.js')).toBeUndefined();
});

it('lets a plugin answer for what it gives to then', async () => {
  const entered = new Promise((resolve) => Reflect.set(context, 'enter', () => resolve(runningOwner()?.id)));
  run('soon().then(() => enter())');
  expect(await entered).toBe('one');
});

it('leaves a promise as the language has it', async () => {
  const script = `(async () => {
    class Mine extends Promise {}
    function Old() {}
    Old.prototype = Object.create(Promise.prototype);
    Old.prototype.constructor = Old;
    const own = soon();
    own.constructor = Mine;
    return [
      soon().constructor === Promise, Promise.resolve(own) === own,
      Mine.resolve(1).then(() => 1) instanceof Mine, new Old().constructor === Old,
      soon(1).then(x => x) instanceof Promise, await soon(2), await Mine.resolve(3),
      Object.keys(Promise.prototype).length, Promise.prototype.constructor === Promise
    ].join();
  })()`;
  expect(await run(script)).toBe('true,false,true,true,true,2,3,0,true');
  expect(told).toEqual([]);
});

it('names who replaces the constructor of all promises, and keeps it', () => {
  expect(run('Promise.prototype.constructor = Object; soon().constructor === Promise')).toBe(true);
  expect(told).toEqual([
    'it replaces Promise.prototype.constructor, which all plugins share, so it is blocked.',
  ]);
});
