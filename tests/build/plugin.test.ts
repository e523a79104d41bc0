import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PLUGIN_ONLY } from '../../plugin/external-chat/short-names';
import { BUILT, built } from '../prebuild/built';

/** Why so much: docs/decisions/0013-plugin-size.md. */
test('the plugin is at most 1.48 times as large as the smallest one that registers and adds a button', () => {
  const smallest = statSync(built(BUILT.smallestPlugin)).size;
  const ours = statSync(built(`${BUILT.plugin}/external-chat.js`)).size;
  expect(ours).toBeLessThanOrEqual(1.48 * smallest);
});

test('the plugin’s build shortens the properties that the plugin alone has', () => {
  const script = readFileSync(built(`${BUILT.plugin}/external-chat.js`), 'utf8');
  expect(script.match(new RegExp(`(?<=[.{,])(?:${PLUGIN_ONLY.join('|')})\\b`, 'g')) ?? []).toEqual([]);
});
