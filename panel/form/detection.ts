import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { detect, loadedToE164, type ToE164 } from '../detect/detect';
import type { Detected } from '../detect/detected';
import { phoneDetected } from '../detect/phone';

/** What the destination is, as far as it is known. */
export interface Detection {
  readonly found: ReadonlySignal<Detected | undefined>;
  /** Resolves once nothing is being looked up any more; `undefined` if nothing is. */
  settled(): Promise<void> | undefined;
}

/** Follows the destination. Phone numbers are looked up in the numbering plans, which takes a moment. */
export function createDetection(
  destination: ReadonlySignal<string>,
  region: ReadonlySignal<string>,
  stop: AbortSignal,
  toE164: ToE164 = loadedToE164,
): Detection {
  const first = computed(() => detect(destination.value));
  const looked = signal<{ for: object; found: Detected }>();
  let pending: Promise<void> | undefined;

  const dispose = effect(() => {
    const look = first.value;
    const country = region.value;
    if (!look?.phone) {
      pending = undefined;
      return;
    }
    const { phone } = look;
    const mine = toE164(phone.number, country).then((e164) => {
      // Something else has been typed meanwhile.
      if (pending !== mine) return;
      pending = undefined;
      looked.value = { for: look, found: phoneDetected(phone, e164, country) };
    });
    pending = mine;
  });
  stop.addEventListener('abort', dispose, { once: true });

  return {
    found: computed(() => {
      const look = first.value;
      return look && looked.value?.for === look ? looked.value.found : look?.detected;
    }),
    settled: () => pending,
  };
}
