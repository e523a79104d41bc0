import { resolveSrc } from '../../branding/src';
import type { Level } from '../finding';
import type { PackageFiles } from '../package-files';

interface IconFault {
  level: Level;
  what: string;
  remedy: string;
}

/**
 * What is wrong with an icon, which is an SVG file and the id in it: `crop.svg#crop`. Published plugins leave
 * the id out at times, so that much is a warning.
 */
export function faultOfIcon(files: PackageFiles, folder: string, icon: string): IconFault | undefined {
  const [file = '', id] = icon.split('#');
  const path = resolveSrc(file, folder).path;
  if (path === undefined || !files.has(path)) {
    const [what, remedy] = files.missing(
      path,
      'add it to the ZIP, or correct its path (it is relative to the package file)',
    );
    return { level: 'error', what: `the icon ${file} is missing: ${what}`, remedy };
  }
  if (!/\.svg$/i.test(path) || !/<svg\b/.test(files.text(path))) {
    return {
      level: 'error',
      what: `the icon ${file} isn’t an SVG file`,
      remedy: 'convert it, because Webapp2 shows SVG only',
    };
  }
  if (!id) {
    return {
      level: 'warning',
      what: `the icon ${file} is named without an id`,
      remedy: `write ${file}#<the id of its svg element>`,
    };
  }
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (new RegExp(`\\sid\\s*=\\s*(["'])${escaped}\\1`).test(files.text(path))) return undefined;
  return {
    level: 'error',
    what: `the icon ${file} has no id="${id}"`,
    remedy: `add id="${id}" to its svg element, or name the id that it has`,
  };
}
