import { type MinifyOptions, minify } from 'terser';
import type { Plugin } from 'vite';

/** How scripts are made small, those of the plugin as well. */
export const SMALL: MinifyOptions = {
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
  ...['sendRaw', 'serve', 'showing', 'statedAt', 'stateChanged', 'targetOrigin', 'toggleChat'],
  ...['unreported', 'unsent', 'watchFrames'],
];

/** Shortens these properties and no others. */
export const shortening = (names: readonly string[]) => ({
  properties: { builtins: true, regex: new RegExp(`^(?:${names.join('|')})$`) },
});

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
        const { code } = await minify(file.code, {
          ...SMALL,
          module: format === 'es',
          ...(file.name === 'peer' && { mangle: shortening(PEER_ONLY) }),
        });
        if (code) file.code = code;
      }
    },
  };
}
