import { fileURLToPath } from 'node:url';
import { build, defineConfig, type Plugin, type Rollup } from 'vite';
import { collectPackages, notices } from '../../notices/vite';

const RUNTIME = fileURLToPath(new URL('./runtime/index.ts', import.meta.url));
const lib = (entry: string, name: string, file: string) => ({
  entry,
  formats: ['iife' as const],
  name,
  fileName: () => file,
});

/** Writes `runtime.js` beside `host.js`: a second classic script, which one build cannot make. */
function runtimeScript(packages: Set<string>): Plugin {
  return {
    name: 'classic-plugins:runtime',
    async buildStart() {
      const built = await build({
        configFile: false,
        plugins: [collectPackages(packages)],
        publicDir: false,
        logLevel: 'error',
        build: { write: false, target: 'es2022', lib: lib(RUNTIME, 'classicRuntime', 'runtime.js') },
      });
      for (const { output } of [built].flat() as Rollup.RollupOutput[]) {
        const [{ code, moduleIds }] = output;
        this.emitFile({ type: 'asset', fileName: 'runtime.js', source: code });
        for (const id of moduleIds) this.addWatchFile(id);
      }
    },
  };
}

const packages = new Set<string>();

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  plugins: [runtimeScript(packages), notices(packages)],
  build: {
    outDir: '../../.output/classic',
    emptyOutDir: true,
    target: 'es2022',
    lib: lib('host/index.ts', 'classicHost', 'host.js'),
  },
});
