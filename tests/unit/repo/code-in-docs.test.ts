import { existsSync, readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { blocksIn, blockWith, DOCUMENTS } from './support/documents';

const blocks = DOCUMENTS.flatMap(blocksIn);
const of = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language));

/** Which test uses an example: the document, a word of the example, the test, and what it has to contain. */
const USED: ReadonlyArray<readonly [document: string, word: string, test: string, contains: string]> = [
  ['docs/admin/branding-packages.md', 'hostOrigins', 'examples-in-docs.test.ts', "'hostOrigins']"],
  ['docs/admin/policies.md', '"allow"', 'policy-docs.test.ts', 'const [example, chrome, firefox, manifest]'],
  ['docs/admin/roll-out.md', '<gupdate', '../../browser/support/roll-out.ts', "'gupdate'"],
  ['docs/admin/roll-out.md', '"addons"', 'examples-in-docs.test.ts', 'addons'],
  ['docs/admin/roll-out.md', 'toolbar_pin', '../../browser/support/roll-out.ts', 'toolbar_pin'],
  ['docs/admin/roll-out.md', 'toolbar_state', 'examples-in-docs.test.ts', "'toolbar_state'"],
  ['docs/admin/roll-out.md', 'install_url', '../../browser/support/roll-out.ts', 'install_url'],
  ['docs/integrate/custom-chat.md', 'external-chat/unread', 'examples-in-docs.test.ts', 'map(readGeneric)'],
  ['docs/integrate/host-page.md', '<iframe', '../../browser/host-library-frames.test.ts', 'host-page.md'],
  ['docs/integrate/host-page.md', 'function invite', 'library-in-docs.test.ts', 'function invite'],
  ['docs/integrate/host-page.md', 'function mute', 'library-in-docs.test.ts', 'function mute'],
  ['docs/integrate/host-page.md', 'function dialOut', 'host-page-in-docs.test.ts', 'function dialOut'],
  ['docs/integrate/protocol.md', 'toggle-chat', 'examples-in-docs.test.ts', 'parsePluginMessage('],
  ['docs/integrate/protocol.md', 'relay=1', 'examples-in-docs.test.ts', "'relay=1']"],
  ['docs/test/run-scenarios.md', 'jobs:', 'examples-in-docs.test.ts', "'jobs:'"],
  ['docs/test/scenario-format.md', '"steps"', 'examples-in-docs.test.ts', `'"steps"'`],
  ['docs/use/options.md', 'external-chat-settings', 'options-docs.test.ts', 'readSettingsFile(json)'],
  ['CONTRIBUTING.md', "strings('lists'", 'examples-in-docs.test.ts', 'LIST_STRINGS'],
  ['host/README.md', '<iframe', '../../browser/host-library-frames.test.ts', 'README.md'],
];

describe('code in documents', () => {
  it.each(of('json', 'js', 'ts', 'html', 'xml', 'yaml'))('$at is used by a test', ({ at, code }) => {
    const entry = USED.find(([document, word]) => at.startsWith(`${document}:`) && code.includes(word));
    expect(entry, 'Add a test that runs it').toBeDefined();
    const [, , test = '', contains = ''] = entry ?? [];
    expect(existsSync(`tests/unit/repo/${test}`)).toBe(true);
    expect(readFileSync(`tests/unit/repo/${test}`, 'utf8')).toContain(contains);
  });

  it.each(USED)('%s still has the example with %s', (document, word) => {
    expect(blockWith(document, word).code).toContain(word);
  });

  it('has no language that no test reads', () => {
    const read = ['', 'sh', 'json', 'js', 'ts', 'html', 'xml', 'yaml'];
    expect(blocks.filter(({ language }) => !read.includes(language))).toEqual([]);
  });

  it.each(of('json'))('$at is valid JSON', ({ code }) => {
    expect(() => JSON.parse(code) as unknown).not.toThrow();
  });

  it.each(of('js', 'ts'))('$at is valid $language', async ({ code, language }) => {
    await expect(transform(code, { loader: language as 'js' | 'ts' })).resolves.toHaveProperty(
      'warnings',
      [],
    );
  });

  it.each(of('html'))('$at has valid modules', async ({ code }) => {
    const scripts = [...code.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(
      ([, script = '']) => script,
    );
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) await expect(transform(script)).resolves.toHaveProperty('warnings', []);
  });

  it.each(of('yaml'))('$at is a workflow with pinned actions, indented by two', ({ code }) => {
    const lines = code.split('\n').filter((line) => line.trim());
    expect(lines.filter((line) => !/^( {2})*(- )?\S/.test(line))).toEqual([]);
    const used = lines.filter((line) => line.includes('uses: '));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v[\d.]+$/.test(line))).toEqual([]);
    expect(lines).toContain('jobs:');
  });

  it.each(of('xml'))('$at closes every element', ({ code }) => {
    const open: string[] = [];
    for (const [, slash, name = '', rest = ''] of code.matchAll(/<(\/?)(\w[\w-]*)([^>]*)>/g)) {
      if (slash) expect(open.pop()).toBe(name);
      else if (!rest.endsWith('/')) open.push(name);
    }
    expect(open).toEqual([]);
  });
});
