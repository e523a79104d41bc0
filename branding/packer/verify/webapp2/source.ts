import type { Report } from '../finding';
import type { PackageFiles } from '../package-files';
import { registeredIds } from '../registered-ids';
import { faultOfIcon } from './icon';

interface Source {
  path: string;
  /** Of the package file, to which icons are relative. */
  folder: string;
  id: string | undefined;
  /** The functions that menu items call. */
  actions: readonly string[];
}

const ICON = /["'`]([\w./-]+\.svg#[\w:.-]+)["'`]/g;

/**
 * Checks a plugin's script: a plain one that registers the id, has the actions, and names icons that are
 * there.
 */
export function verifySource(
  report: Report,
  files: PackageFiles,
  { path, folder, id, actions }: Source,
): void {
  const script = files.text(path);
  const { ids, sure } = registeredIds(script);
  if (!script.includes('registerPlugin')) {
    report.add(
      'error',
      path,
      'never calls registerPlugin',
      'end it with PEX.pluginAPI.registerPlugin({ id: …, load: …, unload: … })',
    );
  } else if (ids.length === 0 || (!sure && !ids.includes(id ?? ''))) {
    report.add(
      'note',
      path,
      'couldn’t determine which id it registers',
      `make sure that registerPlugin is called with "${id ?? ''}"`,
    );
  } else if (id !== undefined && !ids.includes(id)) {
    report.add(
      'error',
      path,
      `registers ${ids.map((found) => `"${found}"`).join(' or ')}, but the package file has "${id}"`,
      'make them the same',
    );
  }
  if (/^\s*(?:import|export)\b(?!\s*\()/m.test(script)) {
    report.add(
      'error',
      path,
      'is a module, but Webapp2 only runs plain scripts',
      'build it as one script (format iife)',
    );
  }
  for (const action of actions) {
    if (new RegExp(`(?<![\\w$])${action.replace(/\W/g, '\\$&')}(?![\\w$])`).test(script)) continue;
    report.add(
      'error',
      path,
      `has no function called "${action}", which a menu item calls`,
      'pass it to registerPlugin under that name',
    );
  }
  for (const [, icon = ''] of script.matchAll(ICON)) {
    const fault = faultOfIcon(files, folder, icon);
    if (fault) report.add(fault.level, path, fault.what, fault.remedy);
  }
}
