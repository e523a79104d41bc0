import { basename } from 'node:path';
import { formatFinding } from '../branding/packer/verify/finding';
import { verifyPackage } from '../branding/verify-package';
import { fail, readGiven } from './command';

/** Says of branding ZIPs whether their plugins would load: one line a finding, 1 as exit code on errors. */
const given = process.argv.slice(2);
if (given.length === 0) fail('No package given. Usage: npm run verify -- branding.zip [more.zip]', 2);
for (const path of given) {
  const { findings, contents } = verifyPackage(basename(path), readGiven(path));
  for (const finding of findings) process.stdout.write(`${formatFinding(finding)}\n`);
  if (findings.some(({ level }) => level === 'error')) process.exitCode = 1;
  else process.stdout.write(`${'ok'.padEnd(7)}  ${basename(path)}  ${contents.join('; ')}\n`);
}
