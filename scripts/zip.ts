import { readFileSync, writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { zip } from 'wxt';
import { writeZip } from '../branding/packer/zip/write';

/**
 * `npm run zip`: leaves `external-chat-<version>-chrome.zip`, `-firefox.zip` and `-sources.zip` in
 * `.output/`.
 *
 * WXT stamps the time of packing into its ZIPs. They are packed again without it, so that the same commit
 * gives the same bytes, and anyone who builds it can compare checksums.
 */
// Vite builds something else where the caller's says `test` or `development`.
process.env.NODE_ENV = 'production';
for (const browser of ['chrome', 'firefox']) {
  for (const path of await zip({ browser })) {
    const files = Object.entries(unzipSync(readFileSync(path))).filter(([name]) => !name.endsWith('/'));
    writeFileSync(path, writeZip(new Map(files)));
  }
}
