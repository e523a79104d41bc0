import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms a room may import from, beside itself; see docs/architecture.md. */
const ALLOWED: Record<string, readonly string[]> = {
  entrypoints: ['background', 'browser', 'locales', 'panel', 'peer', 'protocol', 'settings', 'strings'],
  background: ['browser', 'protocol', 'settings', 'strings'],
  branding: ['protocol', 'plugin'],
  browser: ['locales', 'protocol'],
  host: ['protocol'],
  // Not for the peer: it runs on pages that have no meeting, and says nothing.
  locales: [],
  panel: ['locales', 'protocol', 'scenarios', 'settings', 'strings'],
  peer: ['protocol', 'browser', 'host'],
  plugin: ['protocol', 'branding'],
  protocol: [],
  settings: ['locales', 'panel', 'protocol', 'strings'],
  strings: ['locales', 'panel', 'protocol'],
  meeting: [],
};

/** Names that only one room may use. */
const RESERVED = [
  {
    what: 'the browser API',
    pattern: /\b(browser|chrome)\.[a-z]/,
    rooms: ['locales', 'panel', 'peer', 'protocol', 'plugin', 'settings', 'strings'],
  },
  {
    what: 'postMessage',
    pattern: /postMessage\(/,
    rooms: ['locales', 'panel', 'protocol', 'settings', 'strings'],
  },
  {
    what: 'HTML or code from strings',
    pattern:
      /\.(?:inner|outer)HTML\b|dangerouslySetInnerHTML|insertAdjacentHTML|createContextualFragment|document\.write|\beval\(|new Function/,
    rooms: Object.keys(ALLOWED),
    // The dialogs of classic plugins are HTML by contract; see docs/decisions/classic-dialogs.md.
    except: ['plugin/classic/dialogs/template.ts'],
  },
];

const sources = (room: string) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ path: join(room, name), text: readFileSync(join(room, name), 'utf8') }));

const roomsImported = (path: string, text: string) =>
  [...text.matchAll(/from '(\.[^']+)'/g)].map(([, target = '']) => {
    const [room = ''] = relative('.', join(dirname(path), target)).split(sep);
    return room;
  });

describe.each(Object.entries(ALLOWED).filter(([room]) => existsSync(room)))('%s', (room, allowed) => {
  it('has sources', () => {
    expect(sources(room).length).toBeGreaterThan(0);
  });

  it('imports only what the design allows', () => {
    const strays = sources(room).flatMap(({ path, text }) =>
      roomsImported(path, text)
        .filter((target) => target !== room && !allowed.includes(target))
        .map((target) => `${path} imports ${target}/`),
    );
    expect(strays).toEqual([]);
  });

  it.each(RESERVED.filter(({ rooms }) => rooms.includes(room)))(
    'does without $what',
    ({ pattern, except = [] }) => {
      const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const found = sources(room).filter(({ text }) => pattern.test(withoutComments(text)));
      const paths = found.map(({ path }) => path.split(sep).join('/'));
      expect(paths.filter((path) => !except.includes(path))).toEqual([]);
    },
  );
});
