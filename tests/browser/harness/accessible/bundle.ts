import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';

/** Where the lookup lives in a document that we look at. */
export const LOOKUP_GLOBAL = '__accessibleLookup__';

let bundle: Promise<string> | undefined;

/** An expression that installs the lookup. Bundled once a process. */
export function lookupScript(): Promise<string> {
  bundle ??= bundleLookup();
  return bundle;
}

async function bundleLookup(): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('./lookup.ts', import.meta.url)),
        formats: ['iife'],
        name: LOOKUP_GLOBAL,
      },
    },
  })) as Rollup.RollupOutput[];
  const code = result[0]?.output[0].code;
  if (!code) throw new Error('The accessible lookup did not bundle.');
  return `(() => { ${code}\nwindow.${LOOKUP_GLOBAL} = ${LOOKUP_GLOBAL}.lookup; })()`;
}
