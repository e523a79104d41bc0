import { build, type Rollup } from 'vite';

/** Builds a script of the benchmark's pages: one classic script, minified as the products are. */
export async function scriptOf(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'bench', fileName: () => 'script.js' },
    },
  });
  const [{ output }] = [built].flat() as [Rollup.RollupOutput];
  return output[0].code;
}
