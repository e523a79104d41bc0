import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scriptOf } from '../bench/support/script';

test('the plugin is at most 1.35 times as large as the smallest one that registers and adds a button', async () => {
  const smallest = Buffer.byteLength(await scriptOf('tests/bench/pages/smallest-plugin.ts'));
  const ours = statSync('.output/external-chat/external-chat.js').size;
  expect(ours).toBeLessThanOrEqual(1.35 * smallest);
});
