import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rollup } from 'vite';

const ENTRY = fileURLToPath(new URL('./relay.ts', import.meta.url));

/** Writes `relay.js` beside the plugin's own script: one more classic script, which one build cannot make. */
export function relayScript(): Plugin {
  return {
    name: 'external-chat:relay',
    async buildStart() {
      const built = await build({
        configFile: false,
        publicDir: false,
        logLevel: 'error',
        build: {
          write: false,
          target: 'es2022',
          lib: { entry: ENTRY, formats: ['iife'], name: 'externalChatRelay', fileName: () => 'relay.js' },
        },
      });
      for (const { output } of [built].flat() as Rollup.RollupOutput[]) {
        const [{ code, moduleIds }] = output;
        this.emitFile({ type: 'asset', fileName: 'relay.js', source: code });
        for (const id of moduleIds) this.addWatchFile(id);
      }
    },
  };
}
