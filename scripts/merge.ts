import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { composeBundle, pluginOf } from '../branding/packer/branding/bundle';
import { mergePlugin } from '../branding/packer/branding/merge';
import { fail, packageVersion, pathGiven, readGiven, runNpm, settings } from './command';
import { readFolder } from './files';

/** Builds the plugin and puts it into a customer's branding ZIP. The merged ZIP is written to this folder. */
const given = process.argv[2] ?? process.env.BRANDING;
if (!given) {
  fail(
    'No branding package given. Usage: make merge BRANDING=branding.zip, or npm run merge -- branding.zip',
    2,
  );
}
const { relay, hide, hostOrigins } = settings();
const customer = readGiven(given);
runNpm(['run', '--silent', 'build:plugin'], 'The plugin could not be built.');
const bundle = composeBundle(readFileSync('branding/manifest.json'), readFolder('.output/external-chat'), {
  version: packageVersion(),
  relay,
});
if (!bundle.ok) fail(bundle.error);
const plugin = pluginOf(bundle.value);
if (!plugin.ok) fail(plugin.error);
const merged = mergePlugin(customer, plugin.value, { hide, ...(hostOrigins && { hostOrigins }) });
if (!merged.ok) fail(`${given} was not changed. ${merged.error.message}`);

const { zip, action, folder, manifestPath, oldVersion, removed, notes } = merged.value;
const output = resolve(`${basename(given).replace(/\.zip$/i, '')}-with-external-chat.zip`);
if (output === pathGiven(given)) fail(`${given} would be overwritten. Rename that file first.`);
// Renamed into place, so that neither a full disk nor a link to the input can spoil what is there.
const draft = `${output}.${process.pid}.part`;
try {
  writeFileSync(draft, zip, { flag: 'wx' });
  renameSync(draft, output);
} catch (error) {
  rmSync(draft, { force: true });
  fail(`${output} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
}
const lines = [
  `${action} external-chat${oldVersion ? ` ${oldVersion} by` : ''} ${packageVersion()} in ${folder}/ and ${manifestPath}; every other file is unchanged`,
  ...removed.map((path) => `Removed ${path} (not part of this version)`),
  ...notes,
  `Written: ${output}`,
];
process.stdout.write(`${lines.join('\n')}\n`);
