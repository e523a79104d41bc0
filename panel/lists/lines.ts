import type { DialRequest } from '../../protocol/dial-fields';
import { detectFully, loadedToE164, type ToE164 } from '../detect/detect';
import { checkDraft, EMPTY_DRAFT } from '../draft';
import { NO_CHOICES, outgoing } from '../form/outgoing';
import { DETECT_WORDS } from '../words/detect';

/** A destination of a list: what is to be dialled, or why it cannot be. */
export type Target = { name: string; request: DialRequest } | { name: string; line: number; error: string };

/** Reads pasted lines as the form would read each of them. Blank ones and those after `//` do not count. */
export async function readLines(
  pasted: string,
  role: DialRequest['role'],
  region: string,
  toE164: ToE164 = loadedToE164,
): Promise<Target[]> {
  const targets: Target[] = [];
  for (const [index, raw] of pasted.split(/\r?\n/).entries()) {
    const text = raw.trim();
    if (text === '' || text.startsWith('//')) continue;
    targets.push(await readLine(text, index + 1));
  }
  return targets;

  async function readLine(text: string, line: number): Promise<Target> {
    const found = await detectFully(text, region, toE164);
    if (found?.destination === '') {
      return { name: text, line, error: DETECT_WORDS.cannotBeDialled(found) };
    }
    const checked = checkDraft(outgoing({ ...EMPTY_DRAFT, role, destination: text }, found, NO_CHOICES));
    if (checked.ok) return { name: text, request: checked.value };
    return { name: text, line, error: Object.values(checked.error).join(' ') };
  }
}
