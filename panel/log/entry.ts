import type { Traced } from '../../protocol/trace';
import { readAction } from '../../protocol/wire';

/** One line of the log: a message, or a request of a panel, with what can be told of it at once. */
export type LogLine = Traced & {
  /** Unique in one panel. */
  id: string;
  /** Which page load it is of. */
  page: number;
  /** Name without the prefix; for messages of other protocols, the name that they carry. */
  name: string;
  /** Milliseconds since the message that this one answers. */
  roundTrip?: number | undefined;
};

/** Who speaks: a frame, the peer, or a person in a panel. */
export const DIRECTIONS = ['in', 'out', 'asked'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Which way a message went; `asked` is what a panel asked of the peer. */
export const directionOf = ({ verdict, end }: Pick<Traced, 'verdict' | 'end'>): Direction => {
  if (verdict === 'asked') return 'asked';
  return (verdict === 'sent') === (end === 'plugin') ? 'in' : 'out';
};

const LONGEST_NAME = 64;

/** The payload of an entry; `undefined` if it isn't JSON, which happens only with a file. */
export function payloadOf({ data }: Pick<Traced, 'data'>): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** What a message is called. */
export function messageNameOf(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return '';
  for (const field of ['action', 'type', 'event', 'name']) {
    const value: unknown = Reflect.get(payload, field);
    if (typeof value === 'string') return (readAction(value)?.name ?? value).slice(0, LONGEST_NAME);
  }
  return '';
}
