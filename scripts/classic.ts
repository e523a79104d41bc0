import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { checkClassic } from '../plugin/classic/check/check';
import { packClassic } from '../plugin/classic/check/pack';
import { formatVerdict } from '../plugin/classic/check/verdict';
import { fail, packageVersion, pathGiven, readGiven, runNpm } from './command';
import { readFolder } from './files';

/** Says which plugins of a Webapp2 folder will run in Web App 3, and packs them with the host that runs them. */
const [folder, branding] = process.argv.slice(2);
if (!folder) fail('No folder given. Usage: npm run classic -- <folder with settings.json> [branding.zip]', 2);
const all = readFolder(pathGiven(folder));
const prefix = all.has('settings.json') ? '' : 'webapp2/';
const files = new Map(
  [...all].flatMap(([path, content]): [string, Uint8Array][] =>
    path.startsWith(prefix) ? [[path.slice(prefix.length), content]] : [],
  ),
);
if (!files.has('settings.json')) {
  fail(
    `There is no settings.json in ${folder}, nor in ${folder}/webapp2. Give the unpacked Webapp2 branding, or its webapp2 folder.`,
  );
}

const { verdicts, faults } = await checkClassic(files);
for (const verdict of verdicts) process.stdout.write(`${formatVerdict(verdict)}\n`);
for (const fault of faults) process.stdout.write(`${fault}\n`);
if (!verdicts.some(({ runs }) => runs)) fail('Nothing was packed: none of these plugins can run.');

runNpm(
  ['exec', '--', 'vite', 'build', '--config', 'plugin/classic/vite.config.ts'],
  'Building the plugin runner failed.',
);
const version = packageVersion();
const output = resolve(
  branding
    ? `${basename(branding).replace(/\.zip$/i, '')}-with-classic-plugins.zip`
    : `classic-plugins-v${version}.zip`,
);
if (branding && output === pathGiven(branding))
  fail(`${branding} would be overwritten. Rename that file first.`);
const packed = packClassic({
  manifest: readFileSync('plugin/classic/manifest.json'),
  built: readFolder('.output/classic'),
  classic: files,
  version,
  name: basename(output),
  branding: branding === undefined ? undefined : readGiven(branding),
});
if (!packed.ok) fail(`Nothing was written. ${packed.error}`);
for (const line of packed.value.lines) process.stdout.write(`${line}\n`);
writeFileSync(output, packed.value.zip);
process.stdout.write(`Written: ${output}\n`);
