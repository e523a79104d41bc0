import type { createInfinityClientSignals } from '@pexip/infinity';
import { build } from 'esbuild';

interface PexipClient {
  createInfinityClientSignals: typeof createInfinityClientSignals;
  /** Turns the node’s entry into the participant of an event. */
  normalizeParticipant(entry: object): { uuid: string };
}

/** Loads parts of Pexip’s published client, which Node alone can’t: it imports files without an extension. */
export async function loadPexipClient(): Promise<PexipClient> {
  const contents = `
    export { createInfinityClientSignals } from '@pexip/infinity';
    export { normalizeParticipant } from '@pexip/infinity/dist/utils';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'client',
  });
  return new Function(`${outputFiles[0]?.text}; return client;`)() as PexipClient;
}
