import type { Plugin } from 'vite';
import { noticeFiles } from './notices';
import { packageFolderOf } from './packages';

/** Collects the folders of the packages whose code ends up in a build; what is shaken off does not count. */
export function collectPackages(found: Set<string>): Plugin {
  return {
    name: 'collect-packages',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const folder = renderedLength > 0 ? packageFolderOf(id) : undefined;
          if (folder !== undefined) found.add(folder);
        }
      }
    },
  };
}

/**
 * Puts our license and the notices of others into a build.
 *
 * @param found where `collectPackages` of a build within this one collects as well
 */
export function notices(found = new Set<string>()): Plugin[] {
  return [
    collectPackages(found),
    {
      name: 'notices',
      generateBundle: {
        order: 'post',
        handler() {
          for (const [fileName, source] of noticeFiles(found))
            this.emitFile({ type: 'asset', fileName, source });
        },
      },
    },
  ];
}
