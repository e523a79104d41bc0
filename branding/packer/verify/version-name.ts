import { versionInPlugin } from '../branding/version';
import { type JsonNode, memberOf, stringOf } from '../json/node';
import type { Report } from './finding';
import type { PackageFiles } from './package-files';

/** The version in a package's file name: `external-chat-v0.2.0.zip`. */
export const versionInName = (name: string): string | undefined =>
  /(?:^|[-_.])v?(\d+\.\d+(?:\.\d+)?)(?=\.zip$)/i.exec(name)?.[1];

/** Whether two versions are the same; 1.0 is 1, as JSON writes it. */
export function sameVersion(a: string, b: string): boolean {
  const bare = (version: string) => version.replace(/^v/i, '').replace(/(?:\.0)+$/, '');
  return bare(a) === bare(b);
}

/**
 * Holds a Web App 3 package to the version in its name: the manifest's, and that of our script if it is
 * there.
 */
export function verifyWebapp3Version(
  report: Report,
  files: PackageFiles,
  name: string,
  manifest: { path: string; root: JsonNode },
): void {
  const expected = versionInName(name);
  if (expected === undefined) return;
  const inside = stringOf(memberOf(manifest.root, 'meta'), 'brandVersion');
  if (inside === undefined || !/\d/.test(inside)) {
    report.add(
      'note',
      manifest.path,
      `has no version, but the file name has ${expected}`,
      'set meta.brandVersion',
    );
  } else if (!sameVersion(inside, expected)) {
    report.add(
      'error',
      manifest.path,
      `meta.brandVersion is ${inside}, but the file name has ${expected}`,
      'pack it again, or rename it',
    );
  }
  for (const path of files.paths.filter((file) => file.endsWith('.js'))) {
    const built = versionInPlugin(files.text(path));
    if (built === undefined || sameVersion(built, expected)) continue;
    report.add(
      'error',
      path,
      `is version ${built}, but the file name has ${expected}`,
      'build and pack it again',
    );
  }
}
