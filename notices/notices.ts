import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readThirdParties, type ThirdParty } from './packages';

/** What every package has beside its code: our license, and the notices of the others whose code is in it. */
export const LICENSE_NAME = 'LICENSE.txt';
export const NOTICES_NAME = 'THIRD-PARTY-NOTICES.txt';

const RULE = '='.repeat(80);

/** The two files, by name. The same build gives the same bytes. */
export function noticeFiles(packageFolders: Iterable<string>): Map<string, string> {
  const license = readFileSync(fileURLToPath(new URL('../LICENSE', import.meta.url)), 'utf8');
  return new Map([
    [LICENSE_NAME, license],
    [NOTICES_NAME, formatNotices(readThirdParties(packageFolders))],
  ]);
}

/** Writes the notices as people read them: a list, then each package with its texts. */
export function formatNotices(packages: readonly ThirdParty[]): string {
  if (packages.length === 0) return 'External Chat\n\nThis package contains no code of third parties.\n';
  const list = packages.map(({ name, version, license }) => `  ${name} ${version} (${license})`);
  const entries = packages.map(({ name, version, license, texts }) =>
    [
      RULE,
      `${name} ${version} (${license})`,
      `https://www.npmjs.com/package/${name}`,
      RULE,
      '',
      ...texts,
    ].join('\n'),
  );
  return `External Chat\n\nThis package contains code of these projects:\n\n${list.join('\n')}\n\n${entries.join('\n\n')}\n`;
}
