import { resolveSrc } from '../branding/src';
import { type JsonArray, type JsonNode, type JsonObject, memberOf, nameOf, stringOf } from '../json/node';
import type { Report } from './finding';
import { verifyOwnSettings } from './own-settings';
import type { PackageFiles } from './package-files';
import { verifyPluginPage } from './plugin-page';
import { readSandbox } from './sandbox';
import { verifyRoot, type Webapp3Manifest } from './webapp3-root';

/** Checks a Web App 3 branding as far as plugins go. Returns the plugins' ids, for the line that sums up. */
export function verifyWebapp3(report: Report, files: PackageFiles, manifest: Webapp3Manifest): string[] {
  const { path, file } = manifest;
  const error = (node: JsonNode, what: string, remedy: string) =>
    report.at('error', path, file, node, what, remedy);
  if (file.root.kind !== 'object') {
    error(file.root, `the manifest is ${nameOf(file.root)}`, 'write an object: {"version": 0, …}');
    return [];
  }
  verifyRoot(report, files, manifest, file.root);
  const plugins = memberOf(file.root, 'plugins');
  if (plugins?.kind !== 'array') {
    if (plugins)
      error(plugins, `"plugins" is ${nameOf(plugins)}`, 'write a list: "plugins": [{"id": …, "src": …}]');
    else error(file.root, 'doesn’t list any plugins', 'add "plugins": [{"id": …, "src": …}]');
    return [];
  }
  return verifyPlugins(report, files, manifest, plugins);
}

function verifyPlugins(
  report: Report,
  files: PackageFiles,
  manifest: Webapp3Manifest,
  plugins: JsonArray,
): string[] {
  const { path, file } = manifest;
  const ids: string[] = [];
  for (const plugin of plugins.items) {
    if (plugin.kind !== 'object') {
      report.at('error', path, file, plugin, `a plugin is ${nameOf(plugin)}`, 'write {"id": …, "src": …}');
      continue;
    }
    const id = verifyPlugin(report, files, manifest, plugin);
    if (id === undefined) continue;
    if (ids.includes(id)) {
      report.at(
        'error',
        path,
        file,
        plugin,
        `the id "${id}" is given twice. Web App 3 refuses the second`,
        'remove one of them',
      );
    }
    ids.push(id);
  }
  return ids;
}

function verifyPlugin(
  report: Report,
  files: PackageFiles,
  manifest: Webapp3Manifest,
  plugin: JsonObject,
): string | undefined {
  const { path, file, folder } = manifest;
  const error = (node: JsonNode, what: string, remedy: string) =>
    report.at('error', path, file, node, what, remedy);
  const idNode = memberOf(plugin, 'id');
  const id = stringOf(plugin, 'id') || undefined;
  if (!idNode)
    report.at(
      'warning',
      path,
      file,
      plugin,
      'a plugin has no id',
      'add the id that its script registers; widgets need it',
    );
  else if (!id)
    error(
      idNode,
      `the id is ${idNode.kind === 'string' ? 'empty' : nameOf(idNode)}`,
      'write the id that its script registers',
    );
  const sandbox = readSandbox(report, path, file, plugin);

  const srcNode = memberOf(plugin, 'src');
  const src = stringOf(plugin, 'src');
  if (!srcNode || !src) {
    const what =
      srcNode && src === undefined
        ? `the src is ${nameOf(srcNode)}`
        : `the plugin ${id ?? ''} has no src`.replace('  ', ' ');
    error(srcNode ?? plugin, what, 'write "src": "./plugins/<id>/index.html"');
    return id;
  }
  verifyOwnSettings(report, path, file, { id, srcNode, src });
  const place = resolveSrc(src, folder);
  if (place.path === undefined || place.folder === undefined) {
    report.at(
      'note',
      path,
      file,
      srcNode,
      `${src} is on another server and wasn’t checked`,
      'make sure that the meeting can load it',
    );
    return id;
  }
  if (!files.has(place.path)) {
    const [what, remedy] = files.missing(
      place.path,
      'add it to the ZIP, or correct src (it is relative to manifest.json)',
    );
    error(srcNode, `${src} is missing: ${what}`, remedy);
    return id;
  }
  const folderName = place.folder.split('/').at(-1);
  if (id !== undefined && folderName !== id) {
    report.at(
      'warning',
      path,
      file,
      srcNode,
      `the plugin "${id}" is in a folder called "${folderName}"`,
      'rename the folder to match the id',
    );
  }
  verifyPluginPage(report, files, { id, page: place.path, folder: place.folder, sandbox });
  return id;
}
