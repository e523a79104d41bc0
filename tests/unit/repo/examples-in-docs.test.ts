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
import { blockWith } from './support/documents';

describe('the examples in documents', () => {
  it('of a scenario can be run', () => {
    expect(readScenario(blockWith('docs/test/scenario-format.md', '"steps"').code)).toMatchObject({
      ok: true,
    });
  });

  it.each(['toolbar_pin', 'toolbar_state', 'install_url'])('of a policy with %s is valid', (word) => {
    const policy = JSON.parse(blockWith('docs/admin/roll-out.md', word).code) as Record<string, unknown>;
    const inner = Object(policy.policies ?? policy)['3rdparty'];
    const [values] = Object.values(Object(inner.extensions ?? inner.Extensions));
    expect(Object.keys(Object(values))).toContain('chat');
    expect(readPolicy(Object(values)).problems).toEqual([]);
  });

  it.each([
    ['docs/admin/branding-packages.md', 'hostOrigins'],
    ['docs/integrate/protocol.md', 'relay=1'],
  ])('of a manifest entry in %s is read by the plugin', (document, word) => {
    const { src } = JSON.parse(
      blockWith(document, `"src": "./plugins/external-chat/index.html?${word}`).code,
    ) as {
      src: string;
    };
    expect(readHostOrigins(src.slice(src.indexOf('?')))).toMatchObject({ ok: true });
  });

  it('of a message is one of the protocol', () => {
    const { code } = blockWith('docs/integrate/protocol.md', 'toggle-chat');
    const message: unknown = new Function(`${code}; return message`)();
    expect(parsePluginMessage(message)).toMatchObject({
      ok: true,
      message: { name: 'toggle-chat', active: true },
    });
  });

  it('of an unread count is read by the panel', () => {
    const { code } = blockWith('docs/integrate/custom-chat.md', 'external-chat/unread');
    const sent: unknown[] = [];
    new Function('parent', code)({ postMessage: (message: unknown) => sent.push(message) });
    expect(sent.map(readGeneric)).toEqual([3]);
  });

  it('of a header lets both kinds of extension embed a chat', () => {
    const { code } = blockWith('docs/integrate/custom-chat.md', 'frame-ancestors');
    const [, name = '', value = ''] = /^([\w-]+): (.*)$/m.exec(code) ?? [];
    const headers = new Headers([[name, value]]);
    for (const scheme of ['chrome-extension:', 'moz-extension:'])
      expect(forbidsFraming(headers, scheme)).toBe(false);
    expect(forbidsFraming(headers, 'ftp:')).toBe(true);
  });

  it('of Firefox’s updates names the id and the folder of the example', () => {
    const { addons } = JSON.parse(blockWith('docs/admin/roll-out.md', '"addons"').code) as {
      addons: Record<string, { updates: { update_link: string }[] }>;
    };
    const { code } = blockWith('docs/admin/roll-out.md', 'EXTERNAL_CHAT_FIREFOX_ID');
    const variable = (name: string) => new RegExp(`${name}='(.*)'`).exec(code)?.[1] ?? '';
    expect(Object.keys(addons)).toEqual([variable('EXTERNAL_CHAT_FIREFOX_ID')]);
    const [update] = Object.values(addons).flatMap(({ updates }) => updates);
    expect(update?.update_link).toBe(`${variable('EXTERNAL_CHAT_UPDATES')}external-chat.xpi`);
    expect(blockWith('docs/admin/roll-out.md', 'install_url').code).toContain(`"${update?.update_link}"`);
  });

  it('of a workflow runs a scenario with arguments that are read', () => {
    const { code } = blockWith('docs/test/run-scenarios.md', 'jobs:');
    const [, line = ''] = /npm run scenario -- ([\s\S]*?)\n {8}env:/.exec(code) ?? [];
    expect(
      readScenarioArguments(
        line.replaceAll('"', '').replace('$MEETING', 'https://portal.example.com').trim().split(/\s+/),
      ),
    ).toMatchObject({ ok: true });
  });

  it('of texts has the gaps, forms and groups that its comments name', () => {
    const { code } = blockWith('CONTRIBUTING.md', 'LIST_STRINGS');
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
    const url = blockWith('docs/integrate/custom-chat.md', '{alias}').code.trim();
    expect(originOfTemplate(url)).toEqual({ ok: true, value: 'https://chat.example.com' });
  });

  it('of the commands scenario and contract have arguments that are read', () => {
    const argumentsIn = (document: string, script: string) =>
      (
        blockWith(document, `npm run ${script} -- `)
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
