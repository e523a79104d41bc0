import { itemsOf, type JsonObject, memberOf, nameOf } from '../json/node';
import type { JsonFile } from '../json/text';
import type { Report } from './finding';

/** The words that Web App 3 passes on to the plugin's frame. */
const KEPT: readonly string[] = [
  'allow-downloads',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-same-origin',
  'allow-scripts',
];

/** The other keywords of an iframe's `sandbox`, HTML standard 4.8.5. */
const DROPPED: readonly string[] = [
  'allow-modals',
  'allow-orientation-lock',
  'allow-pointer-lock',
  'allow-presentation',
  'allow-storage-access-by-user-activation',
  'allow-top-navigation',
  'allow-top-navigation-by-user-activation',
  'allow-top-navigation-to-custom-protocols',
];

/** Reads a plugin's sandboxValues and reports what is wrong with them. `allow-scripts` is always given. */
export function readSandbox(report: Report, path: string, file: JsonFile, plugin: JsonObject): Set<string> {
  const granted = new Set(['allow-scripts']);
  const values = memberOf(plugin, 'sandboxValues');
  if (!values) return granted;
  if (values.kind !== 'array') {
    report.at(
      'error',
      path,
      file,
      values,
      `sandboxValues is ${nameOf(values)}`,
      'write a list of texts, for example ["allow-popups"]',
    );
    return granted;
  }
  for (const item of itemsOf(values)) {
    if (item.kind === 'string' && KEPT.includes(item.value)) {
      granted.add(item.value);
      continue;
    }
    const what = item.kind === 'string' ? `"${item.value}"` : nameOf(item);
    const isDropped = item.kind === 'string' && DROPPED.includes(item.value);
    report.at(
      'warning',
      path,
      file,
      item,
      `sandboxValues has ${what}, which ${isDropped ? 'Web App 3 does not pass on' : 'browsers don’t have'}`,
      `remove it. Web App 3 passes on ${KEPT.join(', ')}`,
    );
  }
  if (granted.has('allow-same-origin')) {
    report.at(
      'note',
      path,
      file,
      values,
      'allow-same-origin lets the plugin access everything that Web App 3 can',
      'keep it only if the plugin needs it and you trust its maker',
    );
  }
  return granted;
}
