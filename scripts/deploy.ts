import { readFileSync } from 'node:fs';
import { composeBundle } from '../branding/packer/branding/bundle';
import { versionInPlugin } from '../branding/packer/branding/version';
import { fail, packageVersion, settings } from './command';
import { readFolder, writeFolder } from './files';

/** Puts the manifest and the built plugin into `webapp3/`, the folder that becomes the branding ZIP. */
const { bump: _, ...options } = settings();
const version = packageVersion();
const built = readFolder('.output/external-chat');
const script = built.get('external-chat.js');
const builtVersion = script && versionInPlugin(new TextDecoder().decode(script));
if (script && builtVersion !== version) {
  fail(
    `The built plugin is version ${builtVersion ?? 'unknown'}, but package.json has ${version}. Run "npm run build:plugin".`,
  );
}
const bundle = composeBundle(readFileSync('branding/manifest.json'), built, { version, ...options });
if (!bundle.ok) fail(bundle.error);
writeFolder(
  'webapp3',
  new Map([...bundle.value].map(([path, content]) => [path.replace(/^webapp3\//, ''), content])),
);
