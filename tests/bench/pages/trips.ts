/** Between two trips all that follows from the first comes to rest, as between two presses of a button. */
const REST_MS = 25;

/**
 * Makes round trips and times each, in milliseconds. It runs in the plugin's frame, which has to be on
 * screen: browsers hold the timers of others back.
 */
async function timeTrips(count: number, trip: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const start = performance.now();
    await trip(index);
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
  return times;
}

/** Leaves the way to make trips where the benchmark finds it. */
export function offerTrips(trip: (index: number) => Promise<unknown>): void {
  Reflect.set(window, 'trips', (count: number) => timeTrips(count, trip));
}
