import { formatList } from '../../locales/format';
import type { DialRequest } from '../../protocol/dial-fields';
import { LIST_STRINGS } from '../../strings/lists';
import type { Target } from './lines';

/** Lists have been read: how many would be dialed, and what is worth a look before. */
type Summary = {
  text: string;
  /** Lines that cannot be dialed, or only in another way than it may seem. */
  details: readonly string[];
  repeated: number;
};

/** Returns what would come of a list, for the person who is about to dial it. */
export function summaryOf(
  targets: readonly Target[],
  refusal: (request: DialRequest) => string | undefined,
): Summary {
  const read = targets.map((target) => {
    const refused = 'request' in target ? refusal(target.request) : target.error;
    return { target, refused, note: 'request' in target ? target.note : undefined };
  });
  const good = read.filter(({ refused }) => !refused).map(({ target }) => target);
  const repeated = good.length - withoutRepeats(good).length;
  const details = read.flatMap(({ target, refused, note }) => {
    const error = refused ?? note;
    if (!error) return [];
    const about = LIST_STRINGS.about({ name: target.name, error });
    return [target.line === undefined ? about : LIST_STRINGS.line({ line: target.line, error: about })];
  });
  const text = formatList([
    LIST_STRINGS.willDial(good.length),
    ...(good.length < read.length ? [LIST_STRINGS.cannotDial(read.length - good.length)] : []),
    ...(repeated > 0 ? [LIST_STRINGS.repeated(repeated)] : []),
  ]);
  return { text, details, repeated };
}

const keyOf = (target: Target) => ('request' in target ? JSON.stringify(target.request) : undefined);

/** Returns each request once, at its first place. What cannot be dialed stays. */
export function withoutRepeats(targets: readonly Target[]): readonly Target[] {
  const known = new Set<string>();
  return targets.filter((target) => {
    const key = keyOf(target);
    if (key === undefined) return true;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}
