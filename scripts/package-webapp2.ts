import { writeFileSync } from 'node:fs';
import { formatFinding } from '../branding/packer/verify/finding';
import { writeZip } from '../branding/packer/zip/write';
import { verifyPackage } from '../branding/verify-package';
import { composeWebapp2 } from '../plugin/webapp2/branding';
import { fail, packageVersion, runNpm } from './command';
import { readFolder } from './files';

/**
 * Packs external chat for Webapp2 into `external-chat-webapp2-v<version>.zip`, with a branding id of its
 * own.
 */
runNpm(
  ['exec', '--', 'vite', 'build', '--config', 'plugin/webapp2/vite.config.ts'],
  'The plugin could not be built.',
);
const version = packageVersion();
const name = `external-chat-webapp2-v${version}.zip`;
const brandingId = String(Date.now());
const bundle = composeWebapp2(readFolder('.output/webapp2'), { version, brandingId });
if (!bundle.ok) fail(bundle.error);
const zip = writeZip(new Map([...bundle.value].map(([path, content]) => [`webapp2/${path}`, content])));
const { findings } = verifyPackage(name, zip);
for (const finding of findings) process.stderr.write(`${formatFinding(finding)}\n`);
if (findings.some(({ level }) => level === 'error'))
  fail('Nothing was packed: Webapp2 can’t load this package.');
writeFileSync(name, zip);
process.stdout.write(
  `${name}: ${bundle.value.size} files, brandingID ${brandingId}. Upload it under Web App branding, for Webapp2.\n`,
);
