import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../settings/chat/config';
import { LOCKS } from '../../../settings/policy';
import { readPolicy } from '../../../settings/read-policy';
import { DEFAULT_SETTINGS } from '../../../settings/settings';
import { memoryStorage } from '../../../settings/storage/memory';
import { TABS } from '../../../settings/tabs';

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
    // A browser drops a list with one value that its schema does not have, and all other locks with it.
    expect(at(schema, 'properties', 'locks', 'items')).toEqual({ type: 'string' });
    const about = String(at(schema, 'properties', 'locks', 'description'));
    expect(about.match(/(?<=")\w+(?=")/g)).toEqual(LOCKS);
    for (const name of [...LOCKS, ...Object.keys(DEFAULT_SETTINGS)]) expect(text).toContain(`\`${name}\``);
  });
});

/** The rows of the table below a heading of the document, each as its cells without code marks. */
function rowsBelow(heading: string): string[][] {
  const [, section = ''] = text.split(`## ${heading}\n`);
  const [, , ...rows] =
    section
      .split(/^#+ /m)[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? [];
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

const named = (heading: string) => rowsBelow(heading).map(([name = '']) => name);
const namesIn = (...path: string[]) => Object.keys(Object(at(schema, 'properties', ...path)));

describe('the tables of docs/admin/policies.md', () => {
  it('have every top-level value of the schema, and no other', () => {
    expect(named('Top-level values').toSorted()).toEqual(namesIn().toSorted());
  });

  it('have every field of sites, chats and presets, and no other', () => {
    expect(named('`sites`')).toEqual(namesIn('sites', 'items', 'properties'));
    expect(named('`chat`')).toEqual([
      ...namesIn('chat', 'properties'),
      ...namesIn('chat', 'properties', 'chats', 'items', 'properties').map((name) => `chats[].${name}`),
    ]);
    const others = /The other fields are those of[^:]*: ([^.]*)\./.exec(text)?.[1]?.match(/\w+(?=`)/g) ?? [];
    expect([...named('`presets`'), ...others].toSorted()).toEqual(
      namesIn('presets', 'items', 'properties').toSorted(),
    );
  });

  it.each(Object.entries(DEFAULT_SETTINGS))('have type, range and default of settings.%s', (name, value) => {
    const [, type, range, fallback] = rowsBelow('`settings`').find(([first]) => first === name) ?? [];
    const property = Object(at(schema, 'properties', 'settings', 'properties', name));
    expect(type).toBe({ string: 'text', array: 'list' }[property.type as string] ?? property.type);
    if (property.items?.enum) expect(range).toBe(property.items.enum.join(', '));
    if (property.enum) expect(range).toBe(property.enum.join(', '));
    if (property.type === 'integer') expect(range).toBe(`${property.minimum} to ${property.maximum}`);
    expect(fallback).toBe(value === '' ? 'empty' : Array.isArray(value) ? value.join(', ') : String(value));
  });

  it('have every setting and every lock, and no other', () => {
    expect(named('`settings`')).toEqual(Object.keys(DEFAULT_SETTINGS));
    expect(named('`locks`')).toEqual([...LOCKS]);
  });

  it('have every tab, and so has the schema', () => {
    expect(named('`tabs`')).toEqual([...TABS]);
    expect(at(schema, 'properties', 'tabs', 'items', 'enum')).toEqual([...TABS]);
  });

  it('have the choices of place, mode, protocol and role', () => {
    for (const [heading, name, path] of [
      ['`chat`', 'place', ['chat', 'properties', 'place']],
      ['`sites`', 'mode', ['sites', 'items', 'properties', 'mode']],
      ['`presets`', 'protocol', ['presets', 'items', 'properties', 'protocol']],
      ['`presets`', 'role', ['presets', 'items', 'properties', 'role']],
    ] as const) {
      const [, type] = rowsBelow(heading).find(([first]) => first === name) ?? [];
      expect(type).toBe((at(schema, 'properties', ...path, 'enum') as string[]).join(', '));
    }
  });
});

describe('the schema for Chrome', () => {
  const settings = (name: string, value: unknown) => readPolicy({ settings: { [name]: value } });

  it.each(Object.keys(DEFAULT_SETTINGS))('allows for settings.%s what the extension reads', (name) => {
    const property = Object(at(schema, 'properties', 'settings', 'properties', name));
    const good: unknown[] =
      property.enum ??
      {
        boolean: [true],
        integer: [property.minimum, property.maximum],
        string: ['NO', ''],
        array: property.items?.enum
          ? [property.items.enum, property.items.enum.slice(1, 2)]
          : [[], ['https://portal.example.com']],
      }[property.type as string] ??
      [];
    expect(good.length).toBeGreaterThan(0);
    for (const value of good) expect(settings(name, value).problems).toEqual([]);
    const isTexts = property.type === 'array' && !property.items.enum;
    const bad: unknown[] =
      property.type === 'integer'
        ? [property.minimum - 1, property.maximum + 1, '5']
        : [7, 'xyz', null, ...(isTexts ? [[7], ['']] : [[], ['xyz']])];
    for (const value of bad) expect(settings(name, value).problems).toHaveLength(1);
  });
});
