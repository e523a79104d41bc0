import { resolveSrc } from '../../branding/src';
import { type JsonNode, type JsonObject, memberOf, nameOf, stringOf } from '../../json/node';
import type { JsonFile } from '../../json/text';
import type { Report } from '../finding';
import type { PackageFiles } from '../package-files';
import { verifyManifest } from './manifest';
import { verifyPackageFile, type Webapp2Plugin } from './package-file';

/**
 * Where a Webapp2 branding stands, with a slash at its end; empty for the root; undefined if there is none.
 */
export function webapp2Folder(files: PackageFiles): string | undefined {
  if (files.has('webapp2/manifest.json') || files.has('webapp2/settings.json')) return 'webapp2/';
  if (files.has('settings.json')) return '';
  const root = files.peekJson('manifest.json')?.root;
  return memberOf(root, 'brandingID') || memberOf(root, 'isSettingsBranded') ? '' : undefined;
}

/**
 * Checks a Webapp2 branding as far as plugins go: manifest.json, settings.json, and every plugin's package
 * file, source and icons, as Pexip's plugin guide has them.
 */
export function verifyWebapp2(report: Report, files: PackageFiles, folder: string): Webapp2Plugin[] {
  verifyManifest(report, files, `${folder}manifest.json`);
  const path = `${folder}settings.json`;
  if (!files.has(path)) {
    report.add(
      'error',
      path,
      'is missing, so no plugin is loaded',
      'add it: {"plugins": [{"id": …, "srcURL": …, "enabled": true}]}',
    );
    return [];
  }
  const file = files.json(path);
  if (!file) return [];
  const plugins = memberOf(file.root, 'plugins');
  if (plugins?.kind !== 'array') {
    report.at(
      'error',
      path,
      file,
      plugins ?? file.root,
      'has no list of plugins',
      'add "plugins": [{"id": …, "srcURL": …, "enabled": true}]',
    );
    return [];
  }
  const ids = new Set<string>();
  return plugins.items.flatMap((plugin) => {
    if (plugin.kind !== 'object') {
      report.at(
        'error',
        path,
        file,
        plugin,
        `a plugin is ${nameOf(plugin)}`,
        'write {"id": …, "srcURL": …, "enabled": true}',
      );
      return [];
    }
    const id = stringOf(plugin, 'id');
    if (id !== undefined && ids.has(id))
      report.at('error', path, file, plugin, `the id "${id}" is given twice`, 'remove one of them');
    if (id !== undefined) ids.add(id);
    return verifyPlugin(report, files, { path, file, folder }, plugin) ?? [];
  });
}

interface Settings {
  path: string;
  file: JsonFile;
  folder: string;
}

function verifyPlugin(
  report: Report,
  files: PackageFiles,
  { path, file, folder }: Settings,
  plugin: JsonObject,
): Webapp2Plugin | undefined {
  const error = (node: JsonNode, what: string, remedy: string) =>
    report.at('error', path, file, node, what, remedy);
  const id = stringOf(plugin, 'id');
  if (!id)
    error(
      memberOf(plugin, 'id') ?? plugin,
      'a plugin has no id, or one that isn’t text',
      'add "id", the same as in its package file',
    );
  const enabled = memberOf(plugin, 'enabled');
  if (enabled?.kind !== 'literal' || enabled.value === null) {
    error(
      enabled ?? plugin,
      `"enabled" is ${enabled ? nameOf(enabled) : 'missing'}`,
      'set it to true or false',
    );
  }
  const srcNode = memberOf(plugin, 'srcURL');
  const src = stringOf(plugin, 'srcURL');
  if (!srcNode || !src) {
    error(
      srcNode ?? plugin,
      'a plugin has no srcURL, or one that isn’t text',
      'add "srcURL", the path of its package file from this folder',
    );
    return undefined;
  }
  // On a Conferencing Node the files stand below custom_configuration/, and some settings say so.
  const target = resolveSrc(src.replace(/^(\.?\/)?custom_configuration\//, ''), folder).path;
  if (target === undefined || !files.has(target)) {
    const remedy = 'add it to the ZIP, or correct srcURL (it is relative to settings.json)';
    const [what, mended] = files.missing(target, remedy);
    error(srcNode, `${src} is missing: ${what}`, mended);
    return undefined;
  }
  return verifyPackageFile(report, files, target, id);
}
