import { endOf } from '../../protocol/calls';
import { dialFields } from '../../protocol/dial-fields';
import { LIMITS } from '../../protocol/limits';
import type { Call } from '../../protocol/meeting';
import {
  exactOptional,
  fields,
  flag,
  list,
  Mismatch,
  type Of,
  oneOf,
  shownText,
  someText,
} from '../../protocol/shape';
import { whole } from '../../settings/storage/shapes';
import type { Item } from '../../settings/storage/stored-item';
import { redact, redactText } from '../request/redact';

export const MAX_ENTRIES = 200;

/** How a call ended, or how far it was when it was last seen. */
const HISTORY_OUTCOMES = ['open', 'joined', 'left', 'hung-up', 'unanswered', 'failed', 'unknown'] as const;
type HistoryOutcome = (typeof HISTORY_OUTCOMES)[number];

const entryShape = fields({
  /** Of the call. */
  id: someText(LIMITS.id),
  at: whole(0, Number.MAX_SAFE_INTEGER),
  request: fields(dialFields),
  /** PINs, tones or keys were left out: this can no longer be dialed as it was. */
  removed: flag,
  name: exactOptional(shownText(LIMITS.displayText)),
  meeting: exactOptional(shownText(LIMITS.alias)),
  outcome: oneOf(HISTORY_OUTCOMES),
  message: exactOptional(shownText(LIMITS.errorText)),
});

/** A call that was placed from this device, without anything secret. */
export type HistoryEntry = Of<typeof entryShape>;

/** Whether the store takes an entry: one that it refuses would cost all others of the same moment. */
export const isStorable = (entry: HistoryEntry): boolean => !(entryShape(entry) instanceof Mismatch);

/** Where the history is kept, newest first. */
export const HISTORY: Item<HistoryEntry[]> = {
  key: 'history',
  version: 1,
  shape: list(entryShape, MAX_ENTRIES),
  fallback: [],
  migrations: {},
};

/** Writes down a call as it stands; `undefined` for one that was never dialed. */
export function entryOf(call: Call, meeting: string | undefined): HistoryEntry | undefined {
  const { state } = call;
  if (state.name === 'queued' || state.name === 'cancelled') return undefined;
  const { request, removed } = redact(call.request);
  const withoutSecret = (text: string) => redactText(text, call.request);
  const name = call.displayName ? withoutSecret(call.displayName) : request.remote_display_name;
  return {
    id: call.id,
    at: call.startedAt,
    request,
    removed,
    outcome: outcomeOf(call),
    ...(name && { name }),
    ...(meeting && { meeting }),
    ...(state.name === 'failed' && { message: withoutSecret(state.message) }),
  };
}

function outcomeOf(call: Call): HistoryOutcome {
  const { state } = call;
  switch (state.name) {
    case 'joined':
    case 'failed':
      return state.name;
    case 'left':
      return endOf(call);
    case 'unknown':
    case 'one-of':
      return 'unknown';
    default:
      return 'open';
  }
}

/** Puts entries in, or in the place of what was known of the same calls; the oldest beyond the limit go. */
export function merged(history: readonly HistoryEntry[], news: readonly HistoryEntry[]): HistoryEntry[] {
  const byId = new Map(history.map((entry) => [entry.id, entry]));
  for (const entry of news) byId.set(entry.id, entry);
  return [...byId.values()].sort((a, b) => b.at - a.at).slice(0, MAX_ENTRIES);
}
