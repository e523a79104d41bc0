import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PLUGIN_ONLY } from '../../../plugin/external-chat/short-names';

const NAMES = PLUGIN_ONLY.join('|');

it.each([
  ['the protocol', 'docs/integrate/protocol.md', new RegExp(`\\b(?:${NAMES})"?\\??:|\`(?:${NAMES})\``, 'g')],
  [
    'the plugin API',
    'node_modules/@pexip/plugin-api/dist/types.d.ts',
    new RegExp(`\\b(?:${NAMES})\\??:`, 'g'),
  ],
])('the build shortens no name of a field of %s', (_, file, field) => {
  expect(readFileSync(file, 'utf8').match(field) ?? []).toEqual([]);
});
