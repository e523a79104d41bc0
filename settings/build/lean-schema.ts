import { readFileSync } from 'node:fs';
import type { Wxt } from 'wxt';

type PublicFile = { relativeDest: string } & ({ contents: string } | { absoluteSrc: string });

/** Has the schema of policies in a build only where the browser reads it, without what is for people. */
export function leanSchema({ config }: Wxt, files: PublicFile[]): void {
  const at = files.findIndex(({ relativeDest }) => relativeDest === 'managed-schema.json');
  const file = files[at];
  if (!file || !('absoluteSrc' in file)) return;
  const { relativeDest } = file;
  const contents = JSON.stringify(JSON.parse(readFileSync(file.absoluteSrc, 'utf8')));
  files.splice(at, 1, ...(config.browser === 'firefox' ? [] : [{ relativeDest, contents }]));
}
