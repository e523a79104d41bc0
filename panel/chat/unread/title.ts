import type { Unread } from '../../../protocol/meeting';
import { fields, Mismatch, oneOf, shownText } from '../../../protocol/shape';

const said = fields({ action: oneOf(['external-chat/title']), title: shownText(256) });

/** `(3) Team chat`, `(999+) Team chat`, `(•) Team chat`. */
const COUNTED = /^\s*[([](?:(\d{1,6})\+?|[•*!])[)\]]/;

/**
 * The title of the framed page, as `entrypoints/title.ts` reports it. It tells what is unread in the way that
 * has become usual in browsers' tabs; a title without a number says that nothing is.
 */
export function readTitle(data: unknown): Unread | undefined {
  const read = said(data);
  if (read instanceof Mismatch) return undefined;
  const found = COUNTED.exec(read.title);
  if (!found) return 0;
  return found[1] === undefined ? 'some' : Number(found[1]);
}
