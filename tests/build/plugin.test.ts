import { statSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the plugin is not much larger than the least that could register and add a button', () => {
  // Which has 15 kB: tests/bench/runs/plugin-start.ts builds it.
  expect(statSync('.output/external-chat/external-chat.js').size).toBeLessThanOrEqual(16_500);
});
