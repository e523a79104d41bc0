import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../panel/scenarios/read';
import { readHostOrigins } from '../../../protocol/host-origins';
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

describe('code in documents', () => {
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
