import type { Surface } from '../harness/browser';

/** Fills the synced storage of the extension of this panel, until nothing more can be stored there. */
export async function fillSyncedStorage(panel: Surface): Promise<void> {
  await panel.evaluate(async () => {
    type Area = { set(items: Record<string, string>): Promise<void> };
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const sync = api.storage.sync as Area;
    let key = 0;
    // Ever smaller pieces, until not even a few bytes find room.
    for (const size of [8000, 800, 80, 8]) {
      for (;;) {
        const stored = await sync.set({ [`f${key}`]: 'x'.repeat(size) }).then(
          () => true,
          () => false,
        );
        if (!stored) break;
        key += 1;
      }
    }
  });
}
