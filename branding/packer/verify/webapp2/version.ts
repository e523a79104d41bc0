import type { Report } from '../finding';
import { sameVersion, versionInName } from '../version-name';
import type { Webapp2Plugin } from './package-file';

/**
 * Holds a Webapp2 package with one plugin to the version in its name; with several, the name is the
 * whole's.
 */
export function verifyWebapp2Version(report: Report, name: string, plugins: readonly Webapp2Plugin[]): void {
  const expected = versionInName(name);
  const [plugin, second] = plugins;
  if (expected === undefined || !plugin || second || plugin.version === '') return;
  if (sameVersion(plugin.version, expected)) return;
  report.add(
    'error',
    undefined,
    `the plugin ${plugin.id} is version ${plugin.version}, but the file name has ${expected}`,
    'set "version" in its package file, or rename the ZIP',
  );
}
