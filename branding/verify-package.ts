import { locateManifest, MANIFEST_PATHS } from './packer/branding/locate';
import { type Finding, Report } from './packer/verify/finding';
import { PackageFiles } from './packer/verify/package-files';
import { reachable } from './packer/verify/references';
import { verifyWebapp3Version } from './packer/verify/version-name';
import { verifyWebapp2, webapp2Folder } from './packer/verify/webapp2/branding';
import { verifyWebapp2Version } from './packer/verify/webapp2/version';
import { verifyWebapp3 } from './packer/verify/webapp3';
import { readZip } from './packer/zip/read';

export interface PackageCheck {
  findings: Finding[];
  /** What the package holds, in words: `Web App 3: external-chat`. */
  contents: string[];
}

/**
 * Says whether Web App 3, or Webapp2, would load the plugins of a branding ZIP.
 *
 * @param name the ZIP's file name, which may hold a version
 */
export function verifyPackage(name: string, bytes: Uint8Array): PackageCheck {
  const report = new Report(name);
  const archive = readZip(bytes);
  if (!archive.ok) {
    report.add(
      'error',
      undefined,
      archive.error.message,
      'fix this first. The contents can’t be checked until then',
    );
    return { findings: report.findings, contents: [] };
  }
  const files = new PackageFiles(archive.value, report);
  const webapp2 = webapp2Folder(files);
  const manifests = MANIFEST_PATHS.filter((path) => files.has(path) && path !== `${webapp2}manifest.json`);
  const contents: string[] = [];
  if (manifests.length > 1) {
    report.add(
      'error',
      manifests[1],
      `is a second manifest beside ${manifests[0]}`,
      'remove the one you don’t need',
    );
  }
  const located = locateManifest(archive.value);
  if (manifests.length === 0 && webapp2 === undefined && !located.ok) {
    report.add('error', undefined, 'no branding package found', located.error.message);
  }
  const [path] = manifests;
  const file = path === undefined ? undefined : files.json(path);
  if (path !== undefined && file) {
    const folder = path.slice(0, -'manifest.json'.length);
    contents.push(`Web App 3: ${verifyWebapp3(report, files, { path, folder, file }).join(', ')}`);
    verifyWebapp3Version(report, files, name, { path, root: file.root });
  }
  if (webapp2 !== undefined) {
    const plugins = verifyWebapp2(report, files, webapp2);
    contents.push(`Webapp2: ${plugins.map(({ id }) => id).join(', ')}`);
    verifyWebapp2Version(report, name, plugins);
  }
  verifyUse(report, files, [
    ...manifests,
    ...(webapp2 === undefined ? [] : [`${webapp2}manifest.json`, `${webapp2}settings.json`]),
  ]);
  return { findings: report.findings, contents };
}

/** Licences and the like, which no file needs to name. */
const FOR_PEOPLE = /(?:^|\/)(?:licen[cs]e|notice|third-party-notices|readme)[^/]*\.(?:txt|md)$/i;

/** Reports what nothing refers to, a folder a line. */
function verifyUse(report: Report, files: PackageFiles, roots: string[]): void {
  // What a file that can't be read names isn't known.
  if (roots.length === 0 || roots.some((path) => files.has(path) && !files.peekJson(path))) return;
  const used = reachable(files, roots);
  for (const path of used)
    if (files.isEmpty(path) && !/\.css$/i.test(path))
      report.add('warning', path, 'is empty', 'pack it again with its content');
  const unused = new Map<string, string[]>();
  for (const path of files.paths) {
    if (used.has(path) || FOR_PEOPLE.test(path)) continue;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    unused.set(folder, [...(unused.get(folder) ?? []), path]);
  }
  for (const [folder, paths] of unused) {
    const what = paths.length === 1 ? `${paths[0]}` : `${folder || 'the root'} (${paths.length} files)`;
    // A script may put a path together from pieces, and then no file has the name.
    const isBesideScript = [...used].some((path) => /\.m?js$/i.test(path) && isOfPlugin(folder, path));
    if (isBesideScript)
      report.add(
        'note',
        what,
        'isn’t named in any file',
        'keep it if a script of the plugin builds its path; otherwise remove it',
      );
    else report.add('warning', what, 'isn’t used', 'remove it from the ZIP, or name it where it belongs');
  }
}

/** Whether a folder is the one of a script's plugin, or within it. */
function isOfPlugin(folder: string, script: string): boolean {
  const own = /^(?:.*\/)?plugins\/[^/]+\//.exec(script)?.[0] ?? script.slice(0, script.lastIndexOf('/') + 1);
  return own !== '' && folder.startsWith(own);
}
