import type { DialRequest } from '../../protocol/dial-fields';
import type { Settings } from '../../settings/settings';
import { detect } from '../request/detect/detect';
import { checkDraft, EMPTY_DRAFT } from '../request/draft';
import { type DialDefaults, outgoing } from '../request/outgoing';

/** A destination of a list: what is to be dialled, or why it cannot be. */
export type Target = { name: string; request: DialRequest } | { name: string; line: number; error: string };

/** Reads pasted lines as the form would read each of them. Blank ones and those after `//` do not count. */
export async function readLines(
  pasted: string,
  defaults: DialDefaults & Pick<Settings, 'region'>,
): Promise<Target[]> {
  const targets: Target[] = [];
  for (const [index, raw] of pasted.split(/\r?\n/).entries()) {
    const text = raw.trim();
    if (text === '' || text.startsWith('//')) continue;
    targets.push(await readLine(text, index + 1));
  }
  return targets;

  async function readLine(text: string, line: number): Promise<Target> {
    const found = await detect(text, defaults.region);
    if (found?.refusal) return { name: text, line, error: found.refusal };
    const checked = checkDraft(outgoing({ ...EMPTY_DRAFT, destination: text }, found, defaults));
    if (checked.ok) return { name: text, request: checked.value };
    return { name: text, line, error: Object.values(checked.error).join(' ') };
  }
}
