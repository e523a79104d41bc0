import { readHostOrigins } from '../../../protocol/host-origins';
import { PLUGIN_ID } from '../../../protocol/plugin-id';
import { settingsIn } from '../branding/src';
import type { JsonNode } from '../json/node';
import type { JsonFile } from '../json/text';
import type { Report } from './finding';

/**
 * Checks the settings in the query of our plugin's `src`, as the plugin itself reads them: with a mistake in
 * them it answers no top window at all.
 */
export function verifyOwnSettings(
  report: Report,
  path: string,
  file: JsonFile,
  { id, srcNode, src }: { id: string | undefined; srcNode: JsonNode; src: string },
): void {
  if (id !== PLUGIN_ID) return;
  const read = readHostOrigins(settingsIn(src));
  if (!read.ok)
    report.at(
      'error',
      path,
      file,
      srcNode,
      `the settings in src are not accepted: ${read.error} The plugin doesn’t respond to any page`,
      EXAMPLE,
    );
  else if (!read.value.any)
    for (const origin of read.value.allowed.filter(isNowhere))
      report.at(
        'error',
        path,
        file,
        srcNode,
        `no page can have the origin ${origin}, so this entry of hostOrigins has no effect`,
        EXAMPLE,
      );
}

const EXAMPLE = 'correct the part after "?", for example ?hostOrigins=https://portal.example.com';

/** The most characters between two full stops of a name, as DNS has them. */
const MAX_LABEL = 63;

/** Whether a URL may say so, and no page can be there: `https://a..example`, `https://a.example:0`. */
function isNowhere(origin: string): boolean {
  const { hostname, port } = new URL(origin);
  const labels = hostname.replace(/\.$/, '').split('.');
  return port === '0' || labels.some((label) => label === '' || label.length > MAX_LABEL);
}
