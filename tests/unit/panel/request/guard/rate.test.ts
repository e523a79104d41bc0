import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRate } from '../../../../../panel/request/guard/rate';
import type { StorageArea } from '../../../../../settings/storage/area';
import { memoryArea } from '../../../../../settings/storage/memory';

let now: number;
const clock = () => now;
beforeEach(() => {
  now = Date.UTC(2026, 0, 1);
});

/** The same store as another document has it that shares no lock with the first. */
const unlocked = (area: StorageArea): StorageArea => ({ ...area, exclusively: (_name, job) => job() });

const admitted = (waits: readonly number[]) => waits.filter((wait) => wait === 0).length;

describe('the limit', () => {
  it('lets so many calls through within a minute', async () => {
    const rate = createRate(memoryArea(), clock);
    for (let call = 0; call < 3; call++) {
      expect(await rate.waitMs(3)).toBe(0);
      expect(await rate.reserve(3)).toBe(0);
      now += 1000;
    }
    expect(await rate.waitMs(3)).toBe(57_000);
    expect(await rate.reserve(3)).toBe(57_000);
    expect(await rate.waitMs(0)).toBe(0);
    expect(await rate.reserve(0)).toBe(0);
    now += 57_000;
    expect(await rate.waitMs(3)).toBe(0);
  });

  it('counts the calls of all panels, and of one that was closed', async () => {
    const area = memoryArea();
    expect(await createRate(area, clock).reserve(2)).toBe(0);
    now += 10_000;
    expect(await createRate(area, clock).reserve(2)).toBe(0);
    expect(await createRate(area, clock).reserve(2)).toBe(50_000);
  });

  it('gives the last room to one of many that ask at once', async () => {
    const area = memoryArea();
    const waits = await Promise.all(Array.from({ length: 5 }, () => createRate(area, clock).reserve(3)));
    expect(admitted(waits)).toBe(3);
  });

  it('lets none too many through where panels cannot wait for one another', async () => {
    const area = unlocked(memoryArea());
    const waits = await Promise.all(Array.from({ length: 5 }, () => createRate(area, clock).reserve(3)));
    expect(admitted(waits)).toBeLessThanOrEqual(3);
    // Nobody keeps the room of a call that was not placed.
    now += 1;
    const left = await Promise.all(
      Array.from({ length: 5 }, () => createRate(unlocked(area), clock).waitMs(3)),
    );
    expect(new Set(left).size).toBe(1);
    expect(Object.keys(await area.read())).toHaveLength(admitted(waits));
  });

  it('forgets what is older than a minute, and what cannot be a time of now', async () => {
    const area = memoryArea({ 'placed.x': 'soon', 'placed.y': now + 3_600_000, settings: 1 });
    const rate = createRate(area, clock);
    expect(await rate.reserve(1)).toBe(0);
    now += 60_000;
    expect(await rate.reserve(1)).toBe(0);
    const keys = Object.keys(await area.read());
    expect(keys.filter((key) => key.startsWith('placed.'))).toHaveLength(1);
    expect(keys).toContain('settings');
  });

  describe('with a store that fails', () => {
    beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
    afterEach(() => void vi.restoreAllMocks());

    it.each([['read'], ['set'], ['remove']] as const)('to %s still counts its own panel', async (part) => {
      const broken = () => Promise.reject(new Error('An unexpected error occurred'));
      const rate = createRate({ ...memoryArea({ 'placed.x': 0 }), [part]: broken }, clock);
      expect(await rate.reserve(2)).toBe(0);
      expect(await rate.reserve(2)).toBe(0);
      expect(await rate.reserve(2)).toBe(60_000);
      expect(console.error).toHaveBeenCalled();
    });
  });
});
