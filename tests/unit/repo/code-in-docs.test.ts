import { existsSync, readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { strings } from '../../../locales/strings';
import { readGeneric } from '../../../panel/chat/unread/generic';
import { readScenario } from '../../../panel/scenarios/read';
import { forbidsFraming } from '../../../panel/state/framing';
import { readHostOrigins } from '../../../protocol/host-origins';
import { parsePluginMessage } from '../../../protocol/parse-plugin-message';
import { readArguments as readContract } from '../../../scripts/contract/arguments';
import { readArguments as readScenarioArguments } from '../../../scripts/scenario/arguments';
import { originOfTemplate } from '../../../settings/chat/template';
import { readPolicy } from '../../../settings/read-policy';
import { type Block, blocksIn, DOCUMENTS } from './support/documents';

const blocks = DOCUMENTS.flatMap(blocksIn);
const of = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language));
const find = (document: string, word: string): Block => {
  const block = blocks.find(({ at, code }) => at.startsWith(document) && code.includes(word));
  if (!block) throw new Error(`${document} has no block with ${word}.`);
  return block;
};

/** Which test uses an example: the document, a word of the example, the test, and what it has to contain. */
const USED: ReadonlyArray<readonly [document: string, word: string, test: string, contains: string]> = [
  ['docs/admin/branding-packages.md', 'hostOrigins', 'code-in-docs.test.ts', "'hostOrigins']"],
  ['docs/admin/policies.md', '"allow"', 'policy-docs.test.ts', 'const [example, chrome, firefox, manifest]'],
  ['docs/admin/roll-out.md', '<gupdate', '../../browser/support/roll-out.ts', "'gupdate'"],
  ['docs/admin/roll-out.md', '"addons"', 'code-in-docs.test.ts', 'addons'],
  ['docs/admin/roll-out.md', 'toolbar_pin', '../../browser/support/roll-out.ts', 'toolbar_pin'],
  ['docs/admin/roll-out.md', 'toolbar_state', 'code-in-docs.test.ts', "'toolbar_state'"],
  ['docs/admin/roll-out.md', 'install_url', '../../browser/support/roll-out.ts', 'install_url'],
  ['docs/integrate/custom-chat.md', 'external-chat/unread', 'code-in-docs.test.ts', 'readGeneric('],
  ['docs/integrate/host-page.md', '<iframe', '../../browser/host-library-frames.test.ts', 'host-page.md'],
  ['docs/integrate/host-page.md', 'function invite', 'library-in-docs.test.ts', 'function invite'],
  ['docs/integrate/host-page.md', 'function mute', 'library-in-docs.test.ts', 'function mute'],
  ['docs/integrate/host-page.md', 'function dialOut', 'host-page-in-docs.test.ts', 'function dialOut'],
  ['docs/integrate/protocol.md', 'toggle-chat', 'code-in-docs.test.ts', 'parsePluginMessage('],
  ['docs/integrate/protocol.md', 'relay=1', 'code-in-docs.test.ts', "'relay=1']"],
  ['docs/test/run-scenarios.md', 'jobs:', 'code-in-docs.test.ts', "'jobs:'"],
  ['docs/test/scenario-format.md', '"steps"', 'code-in-docs.test.ts', `'"steps"'`],
  ['docs/use/options.md', 'external-chat-settings', 'options-docs.test.ts', 'readSettingsFile(json)'],
  ['CONTRIBUTING.md', "strings('lists'", 'code-in-docs.test.ts', 'LIST_STRINGS'],
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
    expect(find(document, word).code).toContain(word);
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

describe('the examples in documents', () => {
  it('of a scenario can be run', () => {
    expect(readScenario(find('docs/test/scenario-format.md', '"steps"').code)).toMatchObject({ ok: true });
  });

  it.each(['toolbar_pin', 'toolbar_state', 'install_url'])('of a policy with %s is valid', (word) => {
    const policy = JSON.parse(find('docs/admin/roll-out.md', word).code) as Record<string, unknown>;
    const inner = Object(policy.policies ?? policy)['3rdparty'];
    const [values] = Object.values(Object(inner.extensions ?? inner.Extensions));
    expect(Object.keys(Object(values))).toContain('chat');
    expect(readPolicy(Object(values)).problems).toEqual([]);
  });

  it.each([
    ['docs/admin/branding-packages.md', 'hostOrigins'],
    ['docs/integrate/protocol.md', 'relay=1'],
  ])('of a manifest entry in %s is read by the plugin', (document, word) => {
    const { src } = JSON.parse(find(document, `"src": "./plugins/external-chat/index.html?${word}`).code) as {
      src: string;
    };
    expect(readHostOrigins(src.slice(src.indexOf('?')))).toMatchObject({ ok: true });
  });

  it('of a message is one of the protocol', () => {
    const { code } = find('docs/integrate/protocol.md', 'toggle-chat');
    const message: unknown = new Function(`${code}; return message`)();
    expect(parsePluginMessage(message)).toMatchObject({
      ok: true,
      message: { name: 'toggle-chat', active: true },
    });
  });

  it('of an unread count is read by the panel', () => {
    const { code } = find('docs/integrate/custom-chat.md', 'external-chat/unread');
    const sent: unknown[] = [];
    new Function('parent', code)({ postMessage: (message: unknown) => sent.push(message) });
    expect(sent.map(readGeneric)).toEqual([3]);
  });

  it('of a header lets both kinds of extension embed a chat', () => {
    const { code } = find('docs/integrate/custom-chat.md', 'frame-ancestors');
    const [, name = '', value = ''] = /^([\w-]+): (.*)$/m.exec(code) ?? [];
    const headers = new Headers([[name, value]]);
    for (const scheme of ['chrome-extension:', 'moz-extension:'])
      expect(forbidsFraming(headers, scheme)).toBe(false);
    expect(forbidsFraming(headers, 'ftp:')).toBe(true);
  });

  it('of Firefox’s updates names the id and the folder of the example', () => {
    const { addons } = JSON.parse(find('docs/admin/roll-out.md', '"addons"').code) as {
      addons: Record<string, { updates: { update_link: string }[] }>;
    };
    const { code } = find('docs/admin/roll-out.md', 'EXTERNAL_CHAT_FIREFOX_ID');
    const variable = (name: string) => new RegExp(`${name}='(.*)'`).exec(code)?.[1] ?? '';
    expect(Object.keys(addons)).toEqual([variable('EXTERNAL_CHAT_FIREFOX_ID')]);
    const [update] = Object.values(addons).flatMap(({ updates }) => updates);
    expect(update?.update_link).toBe(`${variable('EXTERNAL_CHAT_UPDATES')}external-chat.xpi`);
    expect(find('docs/admin/roll-out.md', 'install_url').code).toContain(`"${update?.update_link}"`);
  });

  it('of a workflow runs a scenario with arguments that are read', () => {
    const { code } = find('docs/test/run-scenarios.md', 'jobs:');
    const [, line = ''] = /npm run scenario -- ([\s\S]*?)\n {8}env:/.exec(code) ?? [];
    expect(
      readScenarioArguments(
        line.replaceAll('"', '').replace('$MEETING', 'https://portal.example.com').trim().split(/\s+/),
      ),
    ).toMatchObject({ ok: true });
  });

  it('of texts has the gaps, forms and groups that its comments name', () => {
    const { code } = find('CONTRIBUTING.md', 'LIST_STRINGS');
    const texts = new Function('strings', `${code.replace('export const', 'const')}; return LIST_STRINGS`)(
      strings,
    );
    expect([texts.stop, texts.held(12), texts.progressText({ over: 1, all: 3 })]).toEqual([
      'Stop',
      'Next call in 12 s.',
      '1 of 3',
    ]);
    expect([texts.question(1), texts.question(3), texts.outcomes.left]).toEqual([
      'Dial it?',
      'Dial 3?',
      'Left',
    ]);
  });

  it('of a chat’s URL is accepted', () => {
    const url = find('docs/integrate/custom-chat.md', '{alias}').code.trim();
    expect(originOfTemplate(url)).toEqual({ ok: true, value: 'https://chat.example.com' });
  });

  it('of the commands scenario and contract have arguments that are read', () => {
    const argumentsIn = (document: string, script: string) =>
      (
        find(document, `npm run ${script} -- `)
          .code.replace(/\\\n\s*/g, '')
          .split(`npm run ${script} -- `)[1] ?? ''
      )
        .trim()
        .split(/\s+/);
    expect(readScenarioArguments(argumentsIn('docs/test/run-scenarios.md', 'scenario'))).toMatchObject({
      ok: true,
    });
    expect(readContract(argumentsIn('docs/integrate/host-page.md', 'contract'))).toMatchObject({ ok: true });
  });
});
