import { readHostOrigins } from '../../../protocol/host-origins';
import type { JsonNode } from '../json/node';
import type { JsonFile } from '../json/text';
import type { Report } from './finding';

/** The plugin whose query is known here. */
const OURS = 'external-chat';

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
  if (id !== OURS) return;
  const settings = src.replace(/^[^?#]*/, '').replace('#', '&');
  const read = readHostOrigins(settings.replace(/^[?&]/, ''));
  if (!read.ok)
    report.at(
      'error',
      path,
      file,
      srcNode,
      `the settings in src are not accepted: ${read.error} The plugin answers no page`,
      'correct the part behind "?", as in ?hostOrigins=https://portal.example.com',
    );
}
