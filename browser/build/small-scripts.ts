import { type MinifyOptions, minify } from 'terser';
import type { Plugin } from 'vite';

const OPTIONS: MinifyOptions = {
  ecma: 2020,
  toplevel: true,
  compress: {
    passes: 4,
    keep_fargs: false,
    pure_getters: true,
    unsafe_arrows: true,
    unsafe_methods: true,
  },
};

/**
 * Makes what a person waits for a tenth smaller than esbuild does: the scripts that are brought into pages,
 * and of the pages of the extension the chunks of these names. The rest comes later, and Terser would take
 * longer for it than all of the build.
 */
export function smallScripts(chunks: readonly string[]): Plugin {
  return {
    name: 'small-scripts',
    // While `npm run dev` runs, scripts are to be read.
    apply: (_, { command, mode }) => command === 'build' && mode !== 'development',
    enforce: 'post',
    async generateBundle({ format }, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || (format === 'es' && !chunks.includes(file.name))) continue;
        const { code } = await minify(file.code, { ...OPTIONS, module: format === 'es' });
        if (code) file.code = code;
      }
    },
  };
}
