import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSource, type SyntaxNode } from '../locales/support/syntax';
import { type Builders, buildersAndModulesIn, commandsIn, forbiddenIn } from './support/commands';

/** What a file may still run, and why. A file is named by the end of its path. */
const ALLOWED = [
  {
    file: 'tests/build/package.test.ts',
    runs: ['make'],
    reason: 'The targets are what is tested. None of these builds: build:test has run make package.',
  },
  {
    file: 'dev-server/live-build.ts',
    runs: ['vite: build'],
    reason: 'The live build of npm start is what is tested: the plugin alone, in watch mode.',
  },
  {
    file: 'dev-server/start.ts',
    runs: ['vite: createServer'],
    reason: 'The server of npm start is what is tested. It builds nothing.',
  },
  {
    file: 'tests/build/host-package.test.ts',
    runs: ['tsc', 'vite: build'],
    reason:
      'A page that uses the library is what is tested: its types, and its bundle, which is not written.',
  },
] as const;

/** These name the commands that they look for. */
const OWN = [
  'tests/unit/repo/no-builds.test.ts',
  'tests/unit/repo/support/commands.ts',
  'tests/unit/repo/commands-in-docs.test.ts',
];

const trees = new Map<string, Promise<SyntaxNode>>();
const treeOf = (path: string) => {
  const tree = trees.get(path) ?? parseSource(path, readFileSync(path, 'utf8'));
  trees.set(path, tree);
  return tree;
};

/** Returns the files that some files bring along, themselves included. */
async function reached(paths: readonly string[]): Promise<Set<string>> {
  const found = new Set(paths);
  for (const path of found) {
    for (const target of buildersAndModulesIn(await treeOf(path)).modules) {
      const base = join(dirname(path), target);
      const file = [base, `${base}.ts`, `${base}.tsx`].find(
        (each) => /\.tsx?$/.test(each) && existsSync(each),
      );
      if (file) found.add(file);
    }
  }
  return found;
}

/** Returns the names whose text runs a builder, or one of the names that do. */
function building(
  entries: readonly (readonly [string, string])[],
  runs: RegExp,
  prefix: RegExp,
): Set<string> {
  const found = new Set<string>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [name, text] of entries) {
      const named = [...text.matchAll(prefix)].map(([, each = '']) => each);
      if (runs.test(text) || named.some((each) => found.has(each))) found.add(name);
    }
  }
  return found;
}

async function findBuilders(): Promise<Builders> {
  const tools = ['scripts', 'tests/prebuild'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  );
  const files = new Set<string>();
  for (const tool of tools)
    for (const path of await reached([tool]))
      if (buildersAndModulesIn(await treeOf(path)).builders.length > 0) files.add(tool);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = Object.entries(scripts).map(([name, text]) => {
    const runsFile = [...files].some((file) => text.includes(file));
    return [name, runsFile ? `${text} && vite build` : text] as const;
  });
  const builds = building(named, /\bvite build|\bwxt\b/, /npm (?:run )?(?:--silent )?([\w:]+)/g);
  const targets = [...readFileSync('Makefile', 'utf8').matchAll(/^(\w+):([^#\n]*).*\n((?:\t.*\n)*)/gm)].map(
    ([, name = '', needs = '', recipe = '']) => {
      const runs = [...recipe.matchAll(/npm (?:run )?(?:--silent )?([\w:]+)/g)].some(([, each = '']) =>
        builds.has(each),
      );
      return [name, runs ? `${needs} vite build` : needs] as const;
    },
  );
  return { scripts: builds, targets: building(targets, /\bvite build/, /(\w+)/g), files };
}

const builders = await findBuilders();

async function programsIn(path: string, tree: SyntaxNode): Promise<string[]> {
  const allowed: readonly string[] = ALLOWED.filter(({ file }) => path.endsWith(file)).flatMap(
    ({ runs }) => runs,
  );
  const run = commandsIn(tree).flatMap((words) => forbiddenIn(words, builders));
  return [...run, ...buildersAndModulesIn(tree).builders].filter((program) => !allowed.includes(program));
}

describe('the tests', () => {
  it('start no build: they read what npm run build:test has built', async () => {
    const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => join('tests', name));
    const files = await reached(tests);
    expect(files.size).toBeGreaterThan(tests.length);
    const strays: string[] = [];
    for (const path of files) {
      if (OWN.includes(path)) continue;
      for (const program of await programsIn(path, await treeOf(path)))
        strays.push(`${path} runs ${program}`);
    }
    expect(strays).toEqual([]);
  });
});

describe('a test that', () => {
  it.each([
    ['runs WXT', "execFileSync('npx', ['wxt', 'build', '--browser', 'firefox'])"],
    ['runs WXT by its path', "spawn('node_modules/.bin/wxt', ['build'])"],
    ['runs WXT by a path that is put together', "spawnSync(resolve('node_modules/.bin', 'wxt'), ['zip'])"],
    ['runs WXT by a constant', "const tool = 'wxt'; const args = [tool, 'build']; spawn('npx', args)"],
    ['runs Vite in a shell', "exec('cd meeting && npx vite build')"],
    ['runs Vite by a helper of its own', "run('node', 'node_modules/vite/bin/vite.js', 'build', 'panel')"],
    ['runs an npm script', "spawnSync('npm', ['run', '--silent', 'build:plugin'])"],
    ['runs an npm script that runs another', "execSync('npm run package')"],
    ['runs all tests', "execSync('npm test')"],
    ['runs a script that packs', "execFile('npx', ['tsx', 'scripts/zip.ts'])"],
    ['makes the package', "run('make', 'package', 'BUMP=none')"],
    ['makes what make makes without a target', "run('make')"],
    ['runs another target', "run('make', 'bump')"],
    ['makes it in a shell, later', "exec('cd /x; make deploy')"],
    ['makes it with a setting', "run('env', 'RELAY=1', 'make', 'all')"],
    ['checks types', "spawnSync('npx', ['tsc', '--noEmit'])"],
    ['builds with Vite', "import { build } from 'vite'; await build({});"],
    ['builds with WXT, loaded late', "const { build } = await import('wxt'); await build();"],
    ['has all of Vite', "import * as vite from 'vite'; vite.build({});"],
  ])('%s is found', async (_, source) => {
    expect(await programsIn('tests/x.test.ts', await parseSource('tests/x.test.ts', source))).not.toEqual([]);
  });

  it.each([
    ['reads what is built', "readFileSync('.output/chrome-mv3/manifest.json')"],
    ['expects words', 'expect(stderr).toContain(\'Run "npm run build:plugin"\')'],
    ['runs a script that builds nothing', "spawnSync('npm', ['run', '--silent', 'verify'])"],
    ['parses', "import { parseAst } from 'vite'; parseAst('build');"],
    ['has sentences', "say('this is what we make of it')"],
    ['lints the build', "execFileSync('npx', ['web-ext', 'lint'])"],
  ])('%s is left alone', async (_, source) => {
    expect(await programsIn('tests/x.test.ts', await parseSource('tests/x.test.ts', source))).toEqual([]);
  });
});
