import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../scripts/settings';

const makefile = readFileSync('Makefile', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

interface Rule {
  needs: string[];
  recipe: string;
}
const rules = new Map(
  [...makefile.matchAll(/^(\w+):([^#\n]*)(?:#[^\n]*)?\n((?:\t[^\n]*\n)*)/gm)].map(
    ([, target = '', needs = '', recipe = '']): [string, Rule] => [
      target,
      { needs: needs.split(/\s+/).filter(Boolean), recipe },
    ],
  ),
);

describe('the Makefile', () => {
  it('has the chain package → deploy → build → bump, and all as its default', () => {
    expect(makefile).toContain('.DEFAULT_GOAL := all');
    expect(rules.get('all')?.needs).toEqual(['package']);
    expect(rules.get('package')?.needs).toEqual(['deploy']);
    expect(rules.get('deploy')?.needs).toEqual(['build']);
    expect(rules.get('build')?.needs).toEqual(['bump']);
  });

  it('is thin: each target runs one npm script that there is', () => {
    for (const target of ['package', 'deploy', 'build', 'bump', 'clean', 'merge', 'demo']) {
      const [, script = ''] = /^\t@?npm run --silent ([\w:]+)\n$/.exec(rules.get(target)?.recipe ?? '') ?? [];
      expect(Object.keys(scripts), target).toContain(script);
    }
  });

  it('raises no version for a demo or a test, nor does a plain build', () => {
    const reached = (target: string): string[] => [
      target,
      ...(rules.get(target)?.needs ?? []).flatMap(reached),
    ];
    expect([...reached('demo'), ...reached('test'), ...reached('merge')]).not.toContain('bump');
    expect(scripts.build).not.toContain('bump');
  });

  it('does what npm run package does without make', () => {
    const steps = ['package', 'deploy', 'build', 'bump'].map((target) =>
      rules.get(target)?.recipe.trim().split(' ').at(-1),
    );
    expect(scripts.package).toBe(
      steps
        .reverse()
        .map((step) => `npm run ${step}`)
        .join(' && '),
    );
  });
});

describe('BUMP, RELAY, HIDE and HOST_ORIGINS', () => {
  it.each([
    [{}, {}],
    [{ HIDE: 'chat' }, { hide: ['chat'] }],
    [{ HIDE: 'add-participant, chat,chat' }, { hide: ['add-participant', 'chat'] }],
    [
      { HOST_ORIGINS: 'https://a.example/,https://b.example:8443' },
      { hostOrigins: ['https://a.example', 'https://b.example:8443'] },
    ],
    [
      { BUMP: '', RELAY: '' },
      { bump: 'minor', relay: false },
    ],
    [
      { BUMP: 'none', RELAY: '0' },
      { bump: 'none', relay: false },
    ],
    [
      { BUMP: 'patch', RELAY: '1' },
      { bump: 'patch', relay: true },
    ],
    [{ BUMP: 'major' }, { bump: 'major', relay: false }],
  ])('%j', (env, value) => {
    const unset = { bump: 'minor', relay: false, hide: [] };
    expect(readSettings(env)).toEqual({ ok: true, value: { ...unset, ...value } });
  });

  it.each([
    [{ BUMP: 'huge' }, 'BUMP=huge'],
    [{ BUMP: 'Minor' }, 'none, patch, minor, major'],
    [{ RELAY: 'yes' }, 'RELAY=yes'],
    [{ HIDE: 'button-chat' }, 'chat,add-participant'],
    [{ HOST_ORIGINS: 'portal.example.com' }, 'HOST_ORIGINS: "portal.example.com" is not an origin'],
    [{ HOST_ORIGINS: 'https://a.example&relay=1' }, 'is not an origin'],
  ])('%j is refused in words', (env, words) => {
    expect(readSettings(env)).toEqual({ ok: false, error: expect.stringContaining(words) });
  });
});
