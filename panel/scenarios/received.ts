import { type ReadonlySignal, signal } from '@preact/signals';
import type { Traced } from '../../protocol/trace';
import { readAction, VIDEOCONF_HOST_NAMES } from '../../protocol/wire';

/** A message of the protocol that was accepted from the plugin, or sent by the top window. */
export type ReceivedMessage = {
  /** Milliseconds since the epoch. */
  at: number;
  from: 'plugin' | 'top';
  meeting: string;
  name: string;
  payload: Readonly<Record<string, unknown>>;
};

/** The messages since the last step that did something. */
export interface ReceivedMessages {
  readonly all: ReadonlySignal<readonly ReceivedMessage[]>;
  add(message: ReceivedMessage): void;
  /** Removes the first message of which `isWanted` is true, so that none answers two steps. */
  take(isWanted: (message: ReceivedMessage) => boolean): boolean;
  /** A step does something at `now`: messages of before are ignored, also those that are added later. */
  begin(now: number): void;
}

/** More than this between two steps is a flood, in which the oldest go. */
const MAX_KEPT = 2000;

/**
 * By so many milliseconds the clocks of two documents may differ: Firefox rounds each in a way of its own.
 */
const CLOCKS_DIFFER_MS = 2;

/** Collects messages from the moment `from` on. */
export function createReceived(from: number): ReceivedMessages {
  const all = signal<readonly ReceivedMessage[]>([]);
  let since = from;
  return {
    all,
    add(message) {
      if (message.at >= since - CLOCKS_DIFFER_MS) all.value = [...all.peek(), message].slice(-MAX_KEPT);
    },
    take(isWanted) {
      const index = all.peek().findIndex(isWanted);
      if (index >= 0) all.value = all.peek().filter((_, position) => position !== index);
      return index >= 0;
    },
    begin(now) {
      since = now;
      all.value = [];
    },
  };
}

/** Reads a traced message as the contract names it; none if it was dropped, or isn’t a message. */
export function receivedIn({ verdict, meeting, at, data }: Traced): ReceivedMessage[] {
  if ((verdict !== 'accepted' && verdict !== 'sent') || meeting === undefined) return [];
  let wire: unknown;
  try {
    wire = JSON.parse(data);
  } catch {
    return [];
  }
  const { action, ...payload } = { ...Object(wire) } as Record<string, unknown>;
  const read = typeof action === 'string' ? readAction(action) : undefined;
  if (!read) return [];
  const from = verdict === 'sent' ? 'top' : 'plugin';
  return [
    {
      at,
      from,
      meeting,
      ...(from === 'top' && read.dialect === 'videoconf'
        ? inContract(read.name, payload)
        : { name: read.name, payload }),
    },
  ];
}

/** A message to a plugin of the other namespace, by the names that scenarios have. */
function inContract(
  message: string,
  payload: ReceivedMessage['payload'],
): Pick<ReceivedMessage, 'name' | 'payload'> {
  for (const [name, other] of Object.entries(VIDEOCONF_HOST_NAMES)) {
    if (!other || other.name !== message) continue;
    const back = new Map(Object.entries(other.fields).map(([field, named]) => [named, field]));
    const fields = Object.entries(payload).map(([field, value]) => [back.get(field) ?? field, value]);
    return { name, payload: Object.fromEntries(fields) };
  }
  return { name: message, payload };
}
