import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Where the lookup lives in a document that we look at. */
export const LOOKUP_GLOBAL = '__accessibleLookup__';

let bundle: Promise<string> | undefined;

/** An expression that installs the lookup. Bundled once a process. */
export function lookupScript(): Promise<string> {
  bundle ??= bundleLookup();
  return bundle;
}

/** By esbuild itself: every test file does this, and loading Vite alone takes ten times as long. */
async function bundleLookup(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./lookup.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: LOOKUP_GLOBAL,
    target: 'es2022',
  });
  const code = outputFiles[0]?.text;
  if (!code) throw new Error('The accessible lookup did not bundle.');
  return `(() => { ${code}\nwindow.${LOOKUP_GLOBAL} = ${LOOKUP_GLOBAL}.lookup; })()`;
}
