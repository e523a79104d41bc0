import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

/** Names with one meaning in two files, each with its reason. */
const SAME_MEANING: readonly string[] = [
  // The plugins of Web App 3 and of Webapp2 do the same work, each with the API of its host.
  'Calls: plugin/external-chat/calls.ts, plugin/webapp2/calls.ts',
  'MeetingWatch: plugin/external-chat/meeting-watch.ts, plugin/webapp2/meeting-watch.ts',
];

const EXPORTED = /^export (?:declare )?(?:abstract )?(?:type|interface|class|enum) (\w+)/gm;

function typesIn(rooms: readonly string[]): Map<string, string[]> {
  const files = sourcesIn(rooms);
  const found = new Map<string, string[]>();
  for (const file of files.toSorted()) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(EXPORTED)) {
      found.set(name, [...(found.get(name) ?? []), file]);
    }
  }
  return found;
}

const twice = (rooms: readonly string[]) =>
  [...typesIn(rooms)].flatMap(([name, files]) => (files.length > 1 ? [`${name}: ${files.join(', ')}`] : []));

describe('exported types', () => {
  it('have a name of their own each', () => {
    const found = PROGRAMS.flatMap(twice);
    expect(found.filter((each) => !SAME_MEANING.includes(each))).toEqual([]);
  });

  it('share a name only where it is still needed', () => {
    const found = PROGRAMS.flatMap(twice);
    expect(SAME_MEANING.filter((each) => !found.includes(each))).toEqual([]);
  });
});
