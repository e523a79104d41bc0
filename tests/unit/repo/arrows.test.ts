import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPolyfill, namesApi, takesApi } from './support/browser-api';
import { type Import, pathOf, readSource, type Source } from './support/imports';
import { sourcesIn } from './support/sources';

/** Which rooms a room may import from, beside itself; see docs/explanation/architecture.md. */
const ALLOWED: Record<string, readonly string[]> = {
  entrypoints: ['background', 'browser', 'locales', 'panel', 'peer', 'protocol', 'settings', 'strings'],
  background: ['browser', 'protocol', 'settings', 'strings'],
  branding: ['protocol'],
  browser: ['locales', 'protocol'],
  host: ['protocol'],
  locales: [],
  panel: ['locales', 'protocol', 'scenarios', 'settings', 'strings'],
  peer: ['protocol', 'browser', 'host'],
  notices: [],
  plugin: ['protocol', 'branding', 'notices'],
  protocol: [],
  settings: ['locales', 'protocol', 'strings'],
  strings: ['locales'],
  // Notices by its build alone; nothing of ours at run time.
  meeting: ['notices'],
};

/** Imports against the table above, each with its reason. */
const EXCEPTIONS: readonly string[] = [
  // What is wrong with a value is found, and put into English, in the protocol; the strings translate it.
  'strings/describe-fault.ts imports protocol/',
  'strings/faults.ts imports protocol/',
  // The build alone: both make scripts small in the same way.
  'plugin/external-chat/vite.config.ts imports browser/',
];

/** Folders of the panel that every feature may import from. They import from those before them only. */
const SHARED: readonly string[] = ['ui', 'files', 'request', 'state'];

/** Folders of the panel that put the features together. */
const WHOLE = ['app', 'preview'];

/** Imports between features of the panel, each with its reason. */
const BETWEEN_FEATURES: readonly string[] = [
  // The options show what the features keep: the same list of presets, and the calls that can be forgotten.
  'panel/options/options.tsx imports panel/presets/',
  'panel/options/privacy.tsx imports panel/history/',
  // Earlier calls are suggested as destinations, without their secrets.
  'panel/dial/suggestion-sources.ts imports panel/history/',
];

const has = (pattern: RegExp) => {
  const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return ({ text }: Source) => pattern.test(withoutComments(text));
};

/** Names that only one room may use. */
const RESERVED = [
  {
    what: 'the browser API',
    isIn: ({ path, tree, imports }: Source) => namesApi(tree) || takesApi(path, imports),
    rooms: Object.keys(ALLOWED).filter((room) => room !== 'browser'),
  },
  {
    what: 'postMessage',
    isIn: has(/postMessage\(/),
    rooms: ['locales', 'panel', 'protocol', 'settings', 'strings'],
  },
  {
    what: 'HTML or code from strings',
    isIn: has(
      new RegExp(
        [
          '\\.(?:inner|outer)HTML\\b',
          'dangerouslySetInnerHTML',
          'insertAdjacentHTML',
          'createContextualFragment',
          'document\\.write',
          '\\beval\\(',
          'new Function',
        ].join('|'),
      ),
    ),
    rooms: Object.keys(ALLOWED),
    // The dialogs of classic plugins are HTML by contract; see docs/decisions/0008-classic-dialogs.md.
    except: ['plugin/classic/dialogs/template.ts'],
  },
];

const read = new Map(
  Object.keys(ALLOWED).map((room) => [room, sourcesIn([room]).map((path) => readSource(path))]),
);
const sources = (room: string) => read.get(room) ?? [];

const roomsImported = (path: string, imports: readonly Import[]) =>
  imports.flatMap(({ target }) => pathOf(path, target)?.split(sep).slice(0, 1) ?? []);

describe.each(Object.entries(ALLOWED))('%s', (room, allowed) => {
  it('has sources', () => {
    expect(sources(room).length).toBeGreaterThan(0);
  });

  it('imports only what the design allows, and what is named', () => {
    const strays = sources(room).flatMap(({ path, imports }) =>
      roomsImported(path, imports)
        .filter((target) => target !== room && !allowed.includes(target))
        .map((target) => `${path} imports ${target}/`),
    );
    const named = EXCEPTIONS.filter((exception) => exception.startsWith(`${room}/`));
    expect([...new Set(strays)].toSorted()).toEqual(named);
  });

  it.each(RESERVED.filter(({ rooms }) => rooms.includes(room)))(
    'does without $what',
    ({ isIn, except = [] }) => {
      const paths = sources(room)
        .filter(isIn)
        .map(({ path }) => path);
      expect(paths.filter((path) => !except.includes(path))).toEqual([]);
    },
  );
});

it.each([
  ["import { a } from '../peer/peer';", ['peer']],
  ["import type { A } from '../../peer/peer';", ['peer']],
  ["export * from '../peer/peer';", ['peer']],
  ["export { a } from '../peer/peer';", ['peer']],
  ["import '../peer/peer.css';", ['peer']],
  ['import { a } from "../peer/peer";', ['peer']],
  ["import { a } from /* there */ '../peer/peer';", ['peer']],
  ["const load = () => import('../peer/peer');", ['peer']],
  ["const load = () => import(/* webpackChunkName: 'peer' */ '../peer/peer');", ['peer']],
  ['const load = () => import(`../peer/peer`);', ['peer']],
  [`const load = (name) => import(\`../peer/\${name}\`);`, ['peer']],
  ["const peer = require('../peer/peer');", ['peer']],
  ["import peer = require('../peer/peer');", ['peer']],
  ["let a: import('../peer/peer').A;", ['peer']],
  ["import { a } from 'external-chat-host';", ['host']],
  ["import { a } from 'peer';", []],
  ["// import { a } from '../peer/peer';", []],
  ["const line = `import { a } from '../peer/peer';`;", []],
])('finds the room in: %s', (line, rooms) => {
  const { path, imports } = readSource(line.includes('../../') ? 'panel/app/app.ts' : 'panel/app.ts', line);
  expect(roomsImported(path, imports)).toEqual(rooms);
});

it('has each room, and each folder of the panel, in the tree of docs/explanation/architecture.md', () => {
  const [, tree = ''] =
    /```\n([\s\S]*?)\n```/.exec(readFileSync('docs/explanation/architecture.md', 'utf8')) ?? [];
  const folders = readdirSync('panel', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const rooms = Object.keys(ALLOWED).map((room) => `\n${room}/`);
  const missing = [...rooms, ...folders.map(({ name }) => ` ${name}/`)].filter(
    (name) => !`\n${tree}`.includes(name),
  );
  expect(missing).toEqual([]);
});

it('keeps every entrypoint at 60 lines or less', () => {
  const long = sources('entrypoints').filter(({ text }) => text.trimEnd().split('\n').length > 60);
  expect(long.map(({ path }) => path)).toEqual([]);
});

it('imports the polyfill in one file, which no script for other people’s pages loads', () => {
  const all = Object.keys(ALLOWED).flatMap(sources);
  const importing = all.filter(({ imports }) => imports.some(isPolyfill));
  expect(importing.map(({ path }) => path)).toEqual(['browser/browser.ts']);
});

/** The folders of the panel that a module of it imports from. */
const foldersImported = (path: string, imports: readonly Import[]) =>
  imports
    .map(({ target }) => pathOf(path, target)?.split(sep) ?? [])
    .filter(([room, , file]) => room === 'panel' && file !== undefined)
    .map(([, folder = '']) => folder);

describe('inside the panel', () => {
  const imports = sources('panel').flatMap(({ path, imports }) => {
    const [, from = ''] = path.split(sep);
    const targets = [...new Set(foldersImported(path, imports))].filter((target) => target !== from);
    return targets.map((target) => ({
      from,
      target,
      line: `${path} imports panel/${target}/`,
    }));
  });

  it('has a feature import shared folders and itself only', () => {
    const features = imports.filter(({ from }) => !SHARED.includes(from) && !WHOLE.includes(from));
    const strays = features.filter(({ target }) => !SHARED.includes(target));
    expect(strays.map(({ line }) => line).toSorted()).toEqual(BETWEEN_FEATURES.toSorted());
  });

  it('has shared folders import no feature, and no shared folder that imports them', () => {
    const strays = imports.filter(({ from, target }) => {
      const [own, other] = [from, target].map((folder) => SHARED.indexOf(folder));
      return own !== undefined && other !== undefined && own >= 0 && (other < 0 || other > own);
    });
    expect(strays.map(({ line }) => line)).toEqual([]);
  });
});
