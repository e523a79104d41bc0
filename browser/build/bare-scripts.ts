import type { Plugin } from 'vite';

/**
 * Has scripts that are brought into pages begin with their own code. WXT 0.21.0 wraps each in code that
 * reports to its development console that it has failed to start, of which a build keeps 0.2 kB that do
 * nothing.
 */
export function bareScripts(): Plugin {
  return {
    name: 'bare-scripts',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      // Its first line names the script.
      const [entry] = /^import definition from .*/.exec(code) ?? [];
      return entry && id.includes('unlisted-script-entrypoint')
        ? `${entry}\nexport default definition.main();`
        : null;
    },
  };
}
