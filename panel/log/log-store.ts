import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { LIMITS } from '../../protocol/limits';
import type { PeerConnection } from '../../protocol/panel';
import type { Traced } from '../../protocol/trace';
import { followTrace } from '../state/follow-trace';
import type { PanelStore } from '../state/store';
import { type LogLine, messageNameOf, payloadOf } from './entry';
import { EVERYTHING, type Filter, matcherOf } from './filter';
import { createMasker } from './mask';
import { createRing } from './ring';
import { createRoundTrips } from './round-trips';

/** How the peer names the frame that the plugin simulator creates. */
const SIMULATOR_FRAME = 'iframe#external-chat-simulator';

/** What was said on the page beside this panel, as long as it looks. */
export interface LogStore {
  /** What is shown, oldest first: those that the filter lets through, as of the moment of the pause. */
  readonly shown: ReadonlySignal<readonly LogLine[]>;
  /** Every entry that is kept. */
  readonly entries: ReadonlySignal<readonly LogLine[]>;
  readonly filter: Signal<Filter>;
  readonly isPaused: ReadonlySignal<boolean>;
  readonly isMasked: ReadonlySignal<boolean>;
  /** The name of a file whose session is shown in the place of this page's. */
  readonly loaded: ReadonlySignal<string | undefined>;
  setFilter(part: Partial<Filter>): void;
  setPaused(paused: boolean): void;
  setMasked(masked: boolean): void;
  clear(): void;
  /** The payload of an entry as it is to be shown. */
  dataOf(entry: LogLine): string;
  /** Shows a recorded session; `undefined` goes back to what this page says. */
  load(session: { name: string; entries: readonly LogLine[] } | undefined): void;
  /** Adds the messages of this panel's plugin simulator; `from`: how many it had before. */
  add(page: number, traced: readonly Traced[], from: number): void;
}

/** Begins to inspect the tab that the panel stands beside, whichever that is; ends when `stop` aborts. */
export function createLogStore(store: PanelStore, connection: PeerConnection, stop: AbortSignal): LogStore {
  const ring = createRing<LogLine>(LIMITS.trace);
  const roundTrips = createRoundTrips();
  const entries = signal<readonly LogLine[]>([]);
  const held = signal<readonly LogLine[]>();
  const session = signal<{ name: string; entries: readonly LogLine[] }>();
  const filter = signal(EVERYTHING);
  const isMasked = signal(true);
  let masker = createMasker();
  let masked = new WeakMap<LogLine, string>();

  const dataOf = (entry: LogLine): string => {
    if (!isMasked.value) return entry.data;
    const before = masked.get(entry) ?? masker.json(entry.data, entry.verdict);
    masked.set(entry, before);
    return before;
  };

  function add(page: number, traced: readonly Traced[], from: number): void {
    for (const [index, each] of traced.entries()) {
      // The simulator reports its own messages. The peer’s reports of dropping them are left out.
      if (each.end === undefined && each.frame === SIMULATOR_FRAME) continue;
      const entry = { ...each, id: `${page}.${from + index}`, page, name: messageNameOf(payloadOf(each)) };
      ring.push({ ...entry, roundTrip: roundTrips.timeOf(entry) });
    }
    entries.value = ring.list();
  }

  followTrace({ store, connection }, add, stop);

  const all = computed(() => session.value?.entries ?? held.value ?? entries.value);
  return {
    shown: computed(() => all.value.filter(matcherOf(filter.value, dataOf))),
    entries: computed(() => session.value?.entries ?? entries.value),
    filter,
    isPaused: computed(() => held.value !== undefined),
    isMasked,
    loaded: computed(() => session.value?.name),
    setFilter(part) {
      filter.value = { ...filter.value, ...part };
    },
    setPaused(paused) {
      held.value = paused ? entries.peek() : undefined;
    },
    setMasked(value) {
      isMasked.value = value;
    },
    clear() {
      ring.clear();
      masker = createMasker();
      masked = new WeakMap();
      entries.value = [];
      if (held.peek()) held.value = [];
    },
    dataOf,
    load(next) {
      session.value = next;
    },
    add,
  };
}
