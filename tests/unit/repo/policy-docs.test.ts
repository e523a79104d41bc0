import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../settings/chat/config';
import { LOCKS } from '../../../settings/policy';
import { readPolicy } from '../../../settings/read-policy';
import { DEFAULT_SETTINGS } from '../../../settings/settings';
import { memoryStorage } from '../../../settings/storage/memory';

const text = readFileSync('docs/admin/policies.md', 'utf8');
const blocks = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
);
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, name) => Reflect.get(Object(inner), name), value);

const [example, chrome, firefox, manifest] = blocks;
const schema: unknown = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));
const policies = {
  example,
  chrome: Object.values(Object(at(chrome, '3rdparty', 'extensions')))[0],
  firefox: at(firefox, 'policies', '3rdparty', 'Extensions', 'external-chat@external-chat.example'),
  manifest: at(manifest, 'data'),
};

describe.each(Object.entries(policies))('the example in docs/admin/policies.md (%s)', (_name, policy) => {
  it('is read without a complaint', async () => {
    const managed = policy as Record<string, unknown>;
    expect(Object.keys(managed).length).toBeGreaterThan(0);
    expect(readPolicy(managed).problems).toEqual([]);
    expect((await readConfig(memoryStorage({ managed }))).managed.problems).toEqual([]);
  });

  it('names only what the schema for Chrome has', () => {
    const known = Object.keys(Object(at(schema, 'properties')));
    expect(Object.keys(Object(policy)).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the schema for Chrome', () => {
  it('has every lock and every setting, and so has docs/admin/policies.md', () => {
    expect(at(schema, 'properties', 'locks', 'items', 'enum')).toEqual(LOCKS);
    for (const name of [...LOCKS, ...Object.keys(DEFAULT_SETTINGS)]) expect(text).toContain(`\`${name}\``);
  });
});
