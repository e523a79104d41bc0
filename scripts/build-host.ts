import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { noticeFiles } from '../notices/notices';
import { packageFolderOf } from '../notices/packages';
import { fail, packageVersion } from './command';

/** Builds the host library as a package in `.output/host/`: `npm pack` works there. */
const OUT = '.output/host';
const ES_MODULE = 'external-chat-host.js';
const CLASSIC = 'external-chat-host.classic.js';

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const shared = {
  entryPoints: { 'external-chat-host': 'host/index.ts' },
  bundle: true,
  metafile: true,
  minify: true,
  sourcemap: true,
  target: 'es2022',
} satisfies BuildOptions;
const builds = [
  await build({ ...shared, format: 'esm', outfile: join(OUT, ES_MODULE) }),
  await build({ ...shared, format: 'iife', globalName: 'ExternalChat', outfile: join(OUT, CLASSIC) }),
];
const folders = builds.flatMap(({ metafile }) =>
  Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([id, { bytesInOutput }]) =>
      bytesInOutput > 0 ? (packageFolderOf(id) ?? []) : [],
    ),
  ),
);

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
  const isEntry = path === join(types, 'host/index.d.ts');
  writeFileSync(path, isEntry ? `${text}export as namespace ExternalChat;\n` : text);
}

const manifest = {
  name: 'external-chat-host',
  version: packageVersion(),
  description: 'Connects a host page to the External Chat plugin in Pexip Web App 3.',
  license: 'Apache-2.0',
  type: 'module',
  sideEffects: false,
  main: `./${ES_MODULE}`,
  types: './types/host/index.d.ts',
  exports: {
    '.': { types: './types/host/index.d.ts', default: `./${ES_MODULE}` },
    './classic': `./${CLASSIC}`,
  },
  files: ['*.js', '*.js.map', '*.txt', 'types'],
};
writeFileSync(join(OUT, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
copyFileSync('host/README.md', join(OUT, 'README.md'));
for (const [name, text] of noticeFiles(folders)) writeFileSync(join(OUT, name), text);
