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
 * Properties that the peer alone uses, shortened like variables: no other script, message or setting has
 * them, and the peer reads them of no object of the browser. `tests/build/extension.test.ts` holds the first.
 */
export const PEER_ONLY = [
  ...['addPanel', 'broadcast', 'buffered', 'endpoint', 'findOrAdd', 'greetAll'],
  ...['isAwaited', 'isGreeted', 'isInside', 'isListening', 'keepDock', 'lookAround'],
  ...['onDocumentOpened', 'onFrameLed', 'onFramesChanged', 'onGone', 'onSent', 'parsed', 'pressedAt'],
  ...['sendRaw', 'statedAt', 'targetOrigin', 'unreported', 'unsent', 'watchFrames'],
];

const PEER_ONLY_REGEX = new RegExp(`^(?:${PEER_ONLY.join('|')})$`);

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
        const properties = file.name === 'peer' && { builtins: true, regex: PEER_ONLY_REGEX };
        const { code } = await minify(file.code, {
          ...OPTIONS,
          module: format === 'es',
          mangle: { properties },
        });
        if (code) file.code = code;
      }
    },
  };
}
