import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { checkClassic } from '../plugin/classic/check/check';
import { filesOfZip, settingsFolder } from '../plugin/classic/check/given';
import { packClassic } from '../plugin/classic/check/pack';
import { formatCheck } from '../plugin/classic/check/plugin-check';
import type { Result } from '../protocol/result';
import { fail, packageVersion, pathGiven, readGiven, runNpm } from './command';
import { readFolder } from './files';

/**
 * Says what becomes of each plugin of a Webapp2 branding in Web App 3, and packs them with what runs them.
 */
const [given, branding] = process.argv.slice(2);
if (!given) {
  fail(
    'No branding given. Usage: npm run classic -- <folder or ZIP of the Webapp2 branding> [branding.zip]',
    2,
  );
}
const isFolder = statSync(pathGiven(given), { throwIfNoEntry: false })?.isDirectory() === true;
const all = isFolder ? readFolder(pathGiven(given)) : okOrFail(filesOfZip(readGiven(given)));
const files = okOrFail(settingsFolder(all, given));

const { checks, faults } = await checkClassic(files);
for (const check of checks) process.stdout.write(`${formatCheck(check)}\n`);
for (const fault of faults) process.stdout.write(`${fault}\n`);
if (!checks.some(({ outlook }) => outlook !== 'none')) {
  fail('Nothing was packed: none of these plugins can do its work in Web App 3.');
}

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

function okOrFail<T>(result: Result<T>): T {
  return result.ok ? result.value : fail(result.error);
}
