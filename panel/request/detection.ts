import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Detected } from './detect/detected';
import { readPlain } from './detect/plain';

/** What the destination is, as far as it is known. */
export interface Detection {
  /** `undefined` while there is nothing to know, or it is being looked up. */
  readonly found: ReadonlySignal<Detected | undefined>;
  /** Resolves with what the destination of this moment is; `undefined` if it is not looked up. */
  readonly pending: ReadonlySignal<Promise<Detected | undefined> | undefined>;
}

type Detect = (destination: string, region: string) => Promise<Detected | undefined>;

/** Loaded when there is something to detect. A failure to load costs the detection, never the destination. */
const loadedDetect: Detect = (destination, region) =>
  import('./detect/detect').then(
    ({ detect }) => detect(destination, region),
    () => undefined,
  );

/** Follows the destination until `stop` aborts. What is not plain takes a moment to look up. */
export function createDetection(
  destination: ReadonlySignal<string>,
  region: ReadonlySignal<string>,
  stop: AbortSignal,
  detect: Detect = loadedDetect,
): Detection {
  const plain = computed(() => readPlain(destination.value));
  const looked = signal<{ text: string; region: string; found: Detected | undefined }>();
  const pending = signal<Promise<Detected | undefined>>();

  const dispose = effect(() => {
    const [text, country] = [destination.value, region.value];
    if (text.trim() === '' || plain.value) {
      pending.value = undefined;
      return;
    }
    const mine = detect(text, country).then((found) => {
      // Otherwise something else has been typed meanwhile.
      if (pending.peek() === mine) looked.value = { text, region: country, found };
      return found;
    });
    pending.value = mine;
  });
  stop.addEventListener('abort', dispose, { once: true });

  return {
    found: computed(() => {
      if (plain.value) return plain.value;
      const isCurrent = looked.value?.text === destination.value && looked.value.region === region.value;
      return isCurrent ? looked.value?.found : undefined;
    }),
    pending,
  };
}
