import type { Report } from './finding';
import { tagsOf } from './html';
import type { PackageFiles } from './package-files';
import { reachable, referencesOf } from './references';
import { registeredIds } from './registered-ids';

/** A plugin as the manifest has it, with its page found in the archive. */
interface PluginPage {
  id: string | undefined;
  page: string;
  folder: string;
  sandbox: ReadonlySet<string>;
}

/** What needs an origin of its own, which a sandbox without `allow-same-origin` takes away. */
const STORAGE = /\b(?:localStorage|sessionStorage|indexedDB)\b|document\.cookie/;
const ISOLATED = 'add "allow-same-origin" to its sandboxValues';

/** Checks a plugin's page and scripts: would they load in the sandbox that it gets, and register its id? */
export function verifyPluginPage(report: Report, files: PackageFiles, plugin: PluginPage): void {
  const own = new Set([...reachable(files, [plugin.page])].filter((path) => isWithin(path, plugin)));
  verifyFiles(report, files, own);
  verifyScripts(report, files, plugin);
  const inline = tagsOf(files.text(plugin.page)).map(({ inside }) => inside);
  const sources = [...own].filter((path) => /\.m?js$/i.test(path)).map((path) => files.text(path));
  verifyId(report, plugin, [...inline, ...sources].join('\n'));
  const storing = [...own].find((path) => /\.(?:m?js|html?)$/i.test(path) && STORAGE.test(files.text(path)));
  if (storing && !plugin.sandbox.has('allow-same-origin')) {
    report.add('warning', storing, 'uses storage or cookies, which its sandbox blocks', ISOLATED);
  }
}

const isWithin = (path: string, { folder }: PluginPage) => folder === '' || path.startsWith(`${folder}/`);

function verifyFiles(report: Report, files: PackageFiles, own: ReadonlySet<string>): void {
  for (const path of own) {
    for (const reference of referencesOf(files, path)) {
      if (reference.text.startsWith('/')) {
        report.add(
          'error',
          path,
          `requests ${reference.text} from the root of the server, which isn’t the folder of the plugin`,
          'build with relative paths (in Vite: base: "./")',
        );
      } else if (!files.has(reference.path)) {
        const level = reference.isScript || /\.html?$/i.test(path) ? 'error' : 'warning';
        const [what, remedy] = files.missing(reference.path);
        report.add(level, path, `requests ${reference.text}, which is missing: ${what}`, remedy);
      }
    }
  }
}

function verifyScripts(report: Report, files: PackageFiles, { page, sandbox }: PluginPage): void {
  const scripts = tagsOf(files.text(page)).filter(({ name }) => name === 'script');
  if (scripts.length === 0) {
    report.add(
      'error',
      page,
      'has no script, so nothing registers',
      'point src at the page of the built plugin',
    );
  }
  if (sandbox.has('allow-same-origin')) return;
  for (const { attributes, inside } of scripts) {
    const src = attributes.get('src');
    const isModule = attributes.get('type') === 'module';
    const fetchesWithCors =
      src === undefined ? isModule && /\bimport\b/.test(inside) : isModule || attributes.has('crossorigin');
    if (!fetchesWithCors) continue;
    // Whether a node serves its branding with CORS headers is not known.
    report.add(
      'warning',
      page,
      `loads ${src ?? 'its imports'} as a ${isModule ? 'module' : 'script with crossorigin'}, which loads only if the node sends CORS headers, because the sandbox has no origin`,
      `build one classic script without crossorigin (format iife), or ${ISOLATED}`,
    );
  }
}

function verifyId(report: Report, { id, page }: PluginPage, script: string): void {
  if (id === undefined) return;
  const { ids, sure } = registeredIds(script);
  if (ids.includes(id)) return;
  if (ids.length === 0 || !sure) {
    report.add(
      'note',
      page,
      'couldn’t determine which id the script registers',
      `make sure that registerPlugin is called with "${id}"`,
    );
    return;
  }
  // Whether every release of Web App 3 compares the two is not known.
  report.add(
    'warning',
    page,
    `its script registers ${ids.map((found) => `"${found}"`).join(' or ')}, but the manifest has "${id}". Web App 3 may refuse the plugin`,
    'make them the same',
  );
}
