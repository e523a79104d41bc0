import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUILT, built } from '../prebuild/built';

/** Why so much: docs/decisions/0013-plugin-size.md. */
test('the plugin is at most 1.85 times as large as the smallest one that registers and adds a button', () => {
  const smallest = statSync(built(BUILT.smallestPlugin)).size;
  const ours = statSync(built(`${BUILT.plugin}/external-chat.js`)).size;
  expect(ours).toBeLessThanOrEqual(1.85 * smallest);
});
