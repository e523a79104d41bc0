import { memberOf } from '../../json/node';
import type { Report } from '../finding';
import type { PackageFiles } from '../package-files';

/** Checks what makes Webapp2 take a branding: a new brandingID, and that settings.json is to be read. */
export function verifyManifest(report: Report, files: PackageFiles, path: string): void {
  if (!files.has(path)) {
    report.add(
      'error',
      path,
      'is missing, so Webapp2 ignores the branding package',
      'add {"brandingID": "<a new number>", "isSettingsBranded": true}',
    );
    return;
  }
  const file = files.json(path);
  if (!file) return;
  const id = memberOf(file.root, 'brandingID');
  const isNumerical = id?.kind === 'number' || (id?.kind === 'string' && /^\d+$/.test(id.value));
  if (!isNumerical) {
    report.at(
      'error',
      path,
      file,
      id ?? file.root,
      'brandingID is missing or isn’t a number',
      'set it to a number that no upload before had, such as the time in milliseconds',
    );
  }
  const branded = memberOf(file.root, 'isSettingsBranded');
  if (branded?.kind !== 'literal' || branded.value !== true) {
    report.at(
      'error',
      path,
      file,
      branded ?? file.root,
      'isSettingsBranded is not true, so settings.json and its plugins are not read',
      'set "isSettingsBranded": true',
    );
  }
}
