import { PROTOCOLS, ROLES } from '../../protocol/dial-fields';
import { LIMITS } from '../../protocol/limits';
import {
  count,
  exactOptional,
  fields,
  flag,
  list,
  Mismatch,
  type Of,
  oneOf,
  someText,
  text,
  wrongAs,
} from '../../protocol/shape';
import { formatValue } from '../../strings/describe-fault';
import { STORED_STRINGS } from '../../strings/stored';
import { MARK } from '../storage/stored-item';

/** The longest text of a list, in characters. */
const MAX_TEXT = 1_000_000;
const MAX_CHOSEN = 5_000;

/** What *Many* has in it: the lines as they were typed or pasted, the presets, and how they are dialed. */
const content = fields({
  text: text(MAX_TEXT),
  /** Presets by id; the name is for who looks for one that is gone. */
  presets: list(fields({ id: text(LIMITS.id), name: text(LIMITS.displayText) }), MAX_CHOSEN),
  role: exactOptional(oneOf(ROLES)),
  protocol: exactOptional(oneOf(PROTOCOLS)),
  atATime: count,
  isOnce: flag,
});

export type ListContent = Of<typeof content>;

/** A list with a name, kept for the next time. */
export type SavedList = ListContent & { id: string; name: string };

const KEY = 'list.';

/** Under which key of the store a list stands: one each, so that two devices can change two lists. */
export const listKey = ({ id }: Pick<SavedList, 'id'>) => KEY + id;

/** Whether a list stands under this key of the store, and not one that was quarantined. */
export const isListKey = (key: string) => key.startsWith(KEY) && !key.includes(MARK);

const named = fields({ name: someText(LIMITS.displayText) });

/** A list as it is stored, and written in files. */
export const storedList = ({ id: _, ...list }: SavedList) => ({ version: 1, ...list });

/** Reads a list from the store, or from a file. */
export function readStoredList(key: string, value: unknown): SavedList | Mismatch {
  const version: unknown = Reflect.get(Object(value), 'version');
  if (version !== 1) return wrongAs(STORED_STRINGS.unknownVersion(formatValue(version)));
  const [read, called] = [content(value), named(value)];
  if (read instanceof Mismatch) return read;
  return called instanceof Mismatch ? called : { id: key.slice(KEY.length), ...called, ...read };
}

/** What is wrong with a list that is to be saved; `undefined` if it can be. */
export const listProblem = (saved: SavedList): Mismatch | undefined => {
  const read = readStoredList(listKey(saved), storedList(saved));
  return read instanceof Mismatch ? read : undefined;
};
