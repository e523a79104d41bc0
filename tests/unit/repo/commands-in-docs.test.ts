import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Block, blocksIn, DOCUMENTS } from './support/documents';

/** Which test runs a command of the documents: a file, and what it has to contain. */
const RUN: ReadonlyArray<readonly [command: RegExp, test: string, contains: string]> = [
  [
    /^make$|^make package BUMP=none$|^npm run build$/,
    'tests/prebuild/package.ts',
    "'make', ['package', 'BUMP=none']",
  ],
  [/^make merge BRANDING=\S+\.zip$/, 'tests/build/package.test.ts', "run('make', 'merge', 'BRANDING="],
  [/^npm run verify -- \S+\.zip$/, 'tests/build/package.test.ts', "'verify', '--'"],
  [/^npm run classic -- \S+( \S+\.zip)?$/, 'tests/prebuild/package.ts', "'classic', '--'"],
  [/^npm run zip$/, 'tests/prebuild/zip.ts', "'npm', ['run', '--silent', 'zip']"],
  [
    /^npm run build:extension$/,
    'tests/prebuild/extension.ts',
    "for (const browser of ['chrome', 'firefox'])",
  ],
  [/^make demo$/, 'tests/browser/demo.test.ts', "'scripts/demo.ts'"],
  [/^npm run meeting( -- --edition classic)?$/, 'tests/build/meeting-command.test.ts', "'meeting', '--'"],
  [/^(INFINITY_URL=\S+ )?npm start$/, 'tests/browser/dev-plugin.test.ts', 'startPluginServer('],
  [/^npx tsx scripts\/example\.ts plain$/, 'tests/browser/host-library.test.ts', "serveExample('plain')"],
  [/^npm run contract -- /, 'tests/browser/contract.test.ts', "'scripts/contract.ts'"],
  [/^npm run scenario -- /, 'tests/browser/scenarios.test.ts', "'scripts/scenario.ts'"],
  [/^openssl /, 'tests/unit/browser/organization-docs.test.ts', "'openssl'"],
  [/^export EXTERNAL_CHAT_\w+=/, 'tests/unit/browser/organization-docs.test.ts', "'export'"],
  [/^chromium --pack-extension=/, 'tests/browser/support/roll-out.ts', "'--pack-extension='"],
];

const blocks = DOCUMENTS.flatMap(blocksIn).filter(({ language }) => language === 'sh');
const isByHand = ({ above }: Block) => /^\s*<!-- by hand: .+ -->$/.test(above);

/** Returns the commands of a block, without comments, with continued lines in one. */
const commandsOf = ({ code }: Block): string[] =>
  code
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter(Boolean);

const commands = blocks
  .filter((block) => !isByHand(block))
  .flatMap((block) => commandsOf(block).map((command) => ({ at: block.at, command })));

describe('commands in documents', () => {
  it('are found', () => {
    expect(commands.length).toBeGreaterThan(20);
  });

  it.each(commands)('$at: $command is run by a test', ({ command }) => {
    const entry = RUN.find(([pattern]) => pattern.test(command));
    expect(entry, 'Add a test that runs it, or mark the block: <!-- by hand: why -->').toBeDefined();
    const [, test = '', contains = ''] = entry ?? [];
    expect(existsSync(test)).toBe(true);
    expect(readFileSync(test, 'utf8')).toContain(contains);
  });

  it('are marked as run by hand only with a reason, and rarely', () => {
    expect(blocks.filter(isByHand).length).toBeLessThanOrEqual(9);
  });

  it.each(RUN)('%s is in a document', (pattern) => {
    expect(commands.some(({ command }) => pattern.test(command))).toBe(true);
  });
});
