import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { composeBundle, pluginOf } from '../branding/packer/branding/bundle';
import { isWebapp2Branding } from '../branding/packer/branding/locate-webapp2';
import { mergePlugin } from '../branding/packer/branding/merge';
import { mergeWebapp2 } from '../branding/packer/branding/merge-webapp2';
import { readZip } from '../branding/packer/zip/read';
import { composeWebapp2, webapp2PluginOf } from '../plugin/webapp2/branding';
import { errorText } from '../protocol/error-text';
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
const customer = readGiven(given);
const archive = readZip(customer);
const { zip, lines } = archive.ok && isWebapp2Branding(archive.value) ? intoWebapp2() : intoWebapp3();

const output = resolve(`${basename(given).replace(/\.zip$/i, '')}-with-external-chat.zip`);
if (output === pathGiven(given)) fail(`${given} would be overwritten. Rename that file first.`);
// Renamed into place, so that neither a full disk nor a link to the input can spoil what is there.
const draft = `${output}.${process.pid}.part`;
try {
  writeFileSync(draft, zip, { flag: 'wx' });
  renameSync(draft, output);
} catch (error) {
  rmSync(draft, { force: true });
  fail(`${output} cannot be written: ${errorText(error)}`);
}
process.stdout.write(`${[...lines, `Written: ${output}`].join('\n')}\n`);

interface Written {
  zip: Uint8Array;
  lines: string[];
}

function intoWebapp3(): Written {
  const { relay, hide, hostOrigins } = settings();
  runNpm(['run', '--silent', 'build:plugin'], 'The plugin could not be built.');
  const template = readFileSync('branding/manifest.json');
  const version = packageVersion();
  const bundle = composeBundle(template, readFolder('.output/external-chat'), { version, relay });
  if (!bundle.ok) fail(bundle.error);
  const plugin = pluginOf(bundle.value);
  if (!plugin.ok) fail(plugin.error);
  const merged = mergePlugin(customer, plugin.value, { hide, ...(hostOrigins && { hostOrigins }) });
  if (!merged.ok) fail(`${given} was not changed. ${merged.error.message}`);
  const { zip, action, folder, manifestPath, oldVersion, removed, notes } = merged.value;
  const what = `external-chat${oldVersion ? ` ${oldVersion} by` : ''} ${version}`;
  const lines = [
    `${action} ${what} in ${folder}/ and ${manifestPath}. All other files are unchanged.`,
    ...removed.map((path) => `Removed ${path} (not part of this version)`),
    ...notes,
  ];
  return { zip, lines };
}

function intoWebapp2(): Written {
  const { relay, hide, hostOrigins } = settings();
  if (relay || hide.length > 0)
    fail(`${given} is a Webapp2 branding. RELAY and HIDE are for Web App 3 only.`);
  runNpm(
    ['exec', '--', 'vite', 'build', '--config', 'plugin/webapp2/vite.config.ts'],
    'The plugin could not be built.',
  );
  const [version, brandingId] = [packageVersion(), String(Date.now())];
  const bundle = composeWebapp2(readFolder('.output/webapp2'), { version, brandingId });
  if (!bundle.ok) fail(bundle.error);
  const options = { brandingId, ...(hostOrigins && { hostOrigins }) };
  const merged = mergeWebapp2(customer, webapp2PluginOf(bundle.value), options);
  if (!merged.ok) fail(`${given} was not changed. ${merged.error.message}`);
  const { zip, action, folder, settingsPath, manifestPath } = merged.value;
  const changed = `${folder}/, ${settingsPath} and ${manifestPath} (brandingID ${brandingId})`;
  return {
    zip,
    lines: [`${action} external-chat ${version} for Webapp2 in ${changed}. All other files are unchanged.`],
  };
}
