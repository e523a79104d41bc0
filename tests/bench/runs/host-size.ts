import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Measured } from '../support/figure';
import { scriptOf } from '../support/script';

/**
 * The host library beside what a page loads that only calls a frame, with libraries that know no protocol.
 */
export async function hostSize(): Promise<Measured> {
  const [penpal, comlink] = await Promise.all(
    ['penpal', 'comlink'].map(async (name) => kilobytes(await scriptOf(`tests/bench/pages/host-${name}.ts`))),
  );
  return {
    name: 'host',
    title: 'Host library',
    note: 'Gzipped. The two others carry calls between windows, and nothing of what is said in them: no checks of messages, no calls that end, no reload.',
    figures: [
      {
        what: `the module, gzipped; a page with Penpal alone: ${penpal?.toFixed(1)} kB, with Comlink: ${comlink?.toFixed(1)} kB`,
        median: kilobytes(readFileSync('.output/host/external-chat-host.js')),
        unit: 'kB',
        runs: 1,
        goal: { max: 5.1 },
      },
    ],
  };
}

const kilobytes = (script: string | Buffer): number => gzipSync(script, { level: 9 }).length / 1000;
