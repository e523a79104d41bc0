import { describe, expect, it } from 'vitest';
import { exportsIn } from './support/exports';
import { readSource } from './support/imports';
import { sourcesIn } from './support/sources';

/** Rooms whose files can meet in one program. The demo meeting imports none of them. */
const PROGRAMS = [
  [
    'background',
    'branding',
    'browser',
    'entrypoints',
    'host',
    'locales',
    'panel',
    'peer',
    'plugin',
    'protocol',
    'scripts',
    'settings',
    'strings',
  ],
  ['meeting'],
];

/**
 * Rooms whose values meet in one script. Other scripts name theirs as they like: `readSettings` is one thing
 * in the panel and another in a command, and nobody finds the one where the other is meant.
 */
const SCRIPTS = [
  ['panel', 'browser', 'locales', 'protocol', 'settings', 'strings'],
  ['background', 'browser', 'locales', 'protocol', 'settings', 'strings'],
  ['peer', 'browser', 'host', 'protocol'],
  ['plugin/external-chat', 'protocol'],
  ['plugin/webapp2', 'protocol'],
  ['plugin/classic', 'protocol'],
  ['branding', 'protocol'],
  ['scripts'],
  ['meeting'],
];

/** Names of values in two files of one of them, each with its reason. */
const SAME_NAME: readonly string[] = [
  // Every command is a program of its own.
  'USAGE: scripts/contract/arguments.ts, scripts/scenario/arguments.ts',
  'readArguments: scripts/contract/arguments.ts, scripts/scenario/arguments.ts',
];

const declared = new Map(
  [...new Set([...PROGRAMS, ...SCRIPTS].flat())].map((room) => [
    room,
    sourcesIn([room])
      .toSorted()
      .map((file) => ({ file, ...exportsIn(readSource(file).tree) })),
  ]),
);

function twice(kind: 'types' | 'values', rooms: readonly string[]): string[] {
  const found = new Map<string, string[]>();
  for (const { file, [kind]: names } of rooms.toSorted().flatMap((room) => declared.get(room) ?? []))
    for (const name of new Set(names)) found.set(name, [...(found.get(name) ?? []), file]);
  return [...found].flatMap(([name, files]) => (files.length > 1 ? [`${name}: ${files.join(', ')}`] : []));
}

describe('exported types', () => {
  it('have a name of their own each', () => {
    expect(PROGRAMS.flatMap((rooms) => twice('types', rooms))).toEqual([]);
  });
});

describe('exported values', () => {
  const found = SCRIPTS.flatMap((rooms) => twice('values', rooms));

  it('have a name of their own each within a script', () => {
    expect(found.filter((each) => !SAME_NAME.includes(each))).toEqual([]);
  });

  it('share a name only where it is still needed', () => {
    expect(SAME_NAME.filter((each) => !found.includes(each))).toEqual([]);
  });
});
