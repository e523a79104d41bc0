import { writeFileSync } from 'node:fs';
import { formatFinding } from '../branding/packer/verify/finding';
import { writeZip } from '../branding/packer/zip/write';
import { verifyPackage } from '../branding/verify-package';
import { fail, packageVersion } from './command';
import { readFolder } from './files';

/**
 * Zips the whole of `webapp3/` into `external-chat-v<version>.zip`, once it has been found to be in order.
 */
const name = `external-chat-v${packageVersion()}.zip`;
const files = [...readFolder('webapp3')].map(([path, content]) => [`webapp3/${path}`, content] as const);
if (files.length === 0)
  fail('There is no webapp3/ to pack. Run "npm run build:plugin", then "npm run deploy".');
const zip = writeZip(new Map(files));
const { findings } = verifyPackage(name, zip);
for (const finding of findings) process.stderr.write(`${formatFinding(finding)}\n`);
if (findings.some(({ level }) => level === 'error'))
  fail('Nothing was packed: Web App 3 can’t load this package.');
writeFileSync(name, zip);
process.stdout.write(
  `${name}: ${files.length} files, ${zip.length} bytes. Upload it under Web App > Web App Branding.\n`,
);
