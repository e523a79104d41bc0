/**
 * How long a wait for a condition may take before it counts as hanging. No promise of the product: a slow
 * machine that is busy with other things has to stay well below.
 */
export const WAIT_MS = 2 * 60_000;

/** How long a test or a hook may take, with several waits in it. */
export const TEST_MS = 10 * 60_000;
