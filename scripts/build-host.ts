import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minify } from 'terser';
import { build } from 'vite';
import { notices } from '../notices/vite';
import { fail, packageVersion } from './command';

/** Builds the host library as a package in `.output/host/`: `npm pack` works there. */
const OUT = '.output/host';
/** Each a module and a classic script. A page without messages about people needs the first alone. */
const ENTRIES = [
  { file: 'external-chat-host', entry: 'host/index.ts', name: 'ExternalChat' },
  { file: 'external-chat-people', entry: 'host/people.ts', name: 'ExternalChatPeople' },
] as const;

/**
 * Properties that no page, no message and no object of the browser has, as far as the library uses them: they
 * are shortened like variables.
 */
const INTERNAL = [
  ...['onPluginMessage', 'onMessage', 'onGone', 'onReload', 'failAll', 'pump', 'obstacle', 'identity'],
  ...['gaveWay', 'isDoubtful', 'isNamed', 'isAwaited', 'isInside', 'isConnected', 'resume'],
  ...['targetOrigin', 'endpoint', 'parsed', 'scope', 'accepted', 'events', 'timer', 'current', 'promise'],
  ...['problems', 'fault', 'field', 'fields', 'words', 'given', 'element', 'root', 'path', 'resolve'],
  ...['reject', 'request', 'emit', 'dial', 'send', 'can'],
];

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const { file, entry, name } of ENTRIES) {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [notices()],
    esbuild: { tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } } },
    build: {
      outDir: OUT,
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      minify: false,
      rollupOptions: { output: { generatedCode: { symbols: false } } },
      lib: {
        entry,
        formats: ['es', 'iife'],
        name,
        fileName: (format) => (format === 'es' ? `${file}.js` : `${file}.classic.js`),
      },
    },
  });
  for (const made of [`${file}.js`, `${file}.classic.js`]) await shorten(made);
}

/** By itself: Vite keeps annotations in a library, and esbuild's result is larger by a tenth. */
async function shorten(file: string): Promise<void> {
  const path = join(OUT, file);
  const { code = '', map } = await minify(readFileSync(path, 'utf8'), {
    // Not for a classic script, whose one top-level name is what pages use.
    module: !file.endsWith('.classic.js'),
    ecma: 2020,
    compress: { passes: 4, unsafe_arrows: true, inline: 1 },
    mangle: { properties: { builtins: true, regex: new RegExp(`^(?:${INTERNAL.join('|')})$`) } },
    sourceMap: { content: readFileSync(`${path}.map`, 'utf8'), filename: file, url: `${file}.map` },
  });
  writeFileSync(path, code);
  writeFileSync(`${path}.map`, String(map));
}

const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'host/tsconfig.json'], {
  encoding: 'utf8',
});
if (tsc.status !== 0) fail(`${tsc.stdout}${tsc.stderr}No types were written for the host library.`);
const types = join(OUT, 'types');
for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const path = join(types, name);
  // Node's module resolution requires the ending, and would otherwise read every type as `any`.
  const text = readFileSync(path, 'utf8').replace(/((?:from |import\()['"]\.[^'"]+)(['"])/g, '$1.js$2');
  const entry = ENTRIES.find((each) => path === join(types, each.entry.replace('.ts', '.d.ts')));
  writeFileSync(path, entry ? `${text}export as namespace ${entry.name};\n` : text);
}

const manifest = {
  name: 'external-chat-host',
  version: packageVersion(),
  description: 'Connects a host page to the External Chat plugin in Pexip Web App 3.',
  license: 'Apache-2.0',
  type: 'module',
  sideEffects: false,
  main: './external-chat-host.js',
  types: './types/host/index.d.ts',
  exports: {
    '.': { types: './types/host/index.d.ts', default: './external-chat-host.js' },
    './people': { types: './types/host/people.d.ts', default: './external-chat-people.js' },
    './classic': './external-chat-host.classic.js',
    './people-classic': './external-chat-people.classic.js',
  },
  files: ['*.js', '*.js.map', '*.txt', 'types'],
};
writeFileSync(join(OUT, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
copyFileSync('host/README.md', join(OUT, 'README.md'));
