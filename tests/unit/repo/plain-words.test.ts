import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modulesOf, textIn, walk } from '../locales/support/syntax';
import { DOCUMENTS, proseIn } from './support/documents';
import { HABITS, HABITS_IN_CODE } from './support/habits';

/** The scenarios that are shipped: the panel shows their names, descriptions and steps. */
const SCENARIOS = readdirSync('scenarios').map((name) => join('scenarios', name));

/** Texts of the interface, of the schemas and of the scenarios, by their names. */
const texts = [
  ...Object.entries(JSON.parse(readFileSync('locales/en.json', 'utf8')) as Record<string, string>),
  ...['public/managed-schema.json', 'docs/test/scenario.schema.json', ...SCENARIOS].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"(?:title|name|description)": "((?:[^"\\]|\\.)*)"/g)].map(
      ([, text = '']) => [file, text] as const,
    ),
  ),
];

/** Returns the lines in which a habit shows, with their phrases. */
function habitsIn(text: string, habits = HABITS): string[] {
  // A sentence can go on in the next line.
  const joined = text.replace(/([^\n|])\n(?=[^\n|#>`-])/g, '$1 ');
  return joined.split('\n').flatMap((line) =>
    habits.flatMap(({ habit, phrase, use }) => {
      const [found] = phrase.exec(line.replace(/\{\w+\}/g, '…')) ?? [];
      return found === undefined
        ? []
        : [`“${found.trim()}” ${habit}. Use ${use}. In: ${line.trim().slice(0, 160)}`];
    }),
  );
}

/** Files whose comments or messages describe the commands of the project. */
const COMMANDS = [
  'Makefile',
  'package.json',
  'scripts/setup.sh',
  ...readdirSync('.github/workflows').map((name) => join('.github/workflows', name)),
];

/** Folders that have sources of the product or of its tests. */
const FOLDERS = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/^(?:\..*|node_modules|webapp3|docs|locales)$/.test(entry.name))
  .map(({ name }) => name);

/** Returns the paths of the sources in a folder, without those that list the phrases. */
const sourcesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(?:tsx?|css|sh)$/.test(path) && !/plain-words|habits\.ts$/.test(path));

/** Returns the comments of a source and the names of its tests, without names of code in backticks. */
const proseOfSource = (source: string) =>
  source.split('\n').flatMap((line) => {
    const [, comment] = /^\s*(?:\/\*\*?|\*|\/\/)\s(.*)$/.exec(line) ?? [];
    const [, , title] = /^\s*(?:(?:it|test|describe)(?:\.\w+)*\(|[\]}]\)\()\s*(['"])(.*?)\1/.exec(line) ?? [];
    return [comment ?? title].flatMap((prose) =>
      prose === undefined ? [] : [prose.replace(/`[^`]*`/g, '')],
    );
  });

/** American spelling, in comments and the names of tests: other texts have the whole list. */
const SPELLING = HABITS.filter(({ habit }) => habit === 'spells as the British do');

/** Returns a module with each comment in one line. */
const commentsJoined = (source: string) => source.replace(/\n\s*(?:\*|\/\/) (?=\S)/g, ' ');

describe('plain words', () => {
  it.each(DOCUMENTS)('%s has no phrase on the list', (document) => {
    expect(habitsIn(proseIn(document))).toEqual([]);
  });

  it('the interface, the schemas and the scenarios have no phrase on the list', () => {
    expect(SCENARIOS).not.toEqual([]);
    expect(texts.length).toBeGreaterThan(900);
    expect(texts.flatMap(([name, text]) => habitsIn(text).map((found) => `${name}: ${found}`))).toEqual([]);
  });

  it('the messages of commands, plugins, packer and demo meeting have no phrase on the list', async () => {
    const modules = await modulesOf('scripts', 'plugin', 'branding', 'protocol', 'host', 'meeting');
    const messages: string[] = [];
    for (const { path, tree } of modules)
      walk(tree, (node) => {
        const text = textIn(node);
        if (text?.trim().includes(' ')) messages.push(...habitsIn(text).map((found) => `${path}: ${found}`));
      });
    expect(modules.length).toBeGreaterThan(150);
    expect(messages).toEqual([]);
  });

  it.each(COMMANDS)('%s has no phrase on the list', (path) => {
    expect(habitsIn(readFileSync(path, 'utf8').replace(/^\t.*$/gm, ''))).toEqual([]);
  });

  it.each(FOLDERS)(
    'comments, messages and test names in %s/ have no phrase on their shorter list',
    (folder) => {
      const found = sourcesIn(folder).flatMap((path) =>
        commentsJoined(readFileSync(path, 'utf8'))
          .split('\n')
          .flatMap((line) => habitsIn(line, HABITS_IN_CODE))
          .map((phrase) => `${path}: ${phrase}`),
      );
      expect(found).toEqual([]);
    },
  );

  it.each(FOLDERS)('comments and test names in %s/ have American spelling', (folder) => {
    const found = sourcesIn(folder).flatMap((path) =>
      proseOfSource(readFileSync(path, 'utf8'))
        .flatMap((line) => habitsIn(line, SPELLING))
        .map((phrase) => `${path}: ${phrase}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['  // The next is dialled.', 1],
    ['  /** The colour of a mark. */', 1],
    ["  test('is dialled with its key', async () => {", 1],
    ['  /** Whether `isRecognised` is set. */', 0],
    ["  'not-dialled': 'Not dialed',", 0],
  ])('finds British spelling in prose and not in code: %j', (line, count) => {
    expect(proseOfSource(line).flatMap((prose) => habitsIn(prose, SPELLING))).toHaveLength(count);
  });

  it.each([
    'Returns false if there\n * is no meeting frame.',
    'The page\n * is no meeting frame.',
    'One that comes later is connected all the same.',
    '// Whoever watches this document',
    'stands in the panel as one’s own',
  ])('finds a phrase of the shorter list where there is one: %j', (text) => {
    expect(habitsIn(commentsJoined(text), HABITS_IN_CODE)).toHaveLength(/if there/.test(text) ? 0 : 1);
  });

  it.each([
    'This is no JSON: {reason}',
    'The plugin has not spoken.',
    'The plugin doesn’t say which one.',
    'The panel tells you.',
    'Waits for your leave',
    'mend it there',
    'Who wants it there always chooses it.',
    'For whoever embeds a meeting.',
    'Your chat lets itself be framed.',
    'Of a page with the meeting.',
    'What was stored and could not be read',
    'a chat of one’s own',
    'How many calls were dialled',
    'A plugin that comes later is connected all the same.',
    'a page that is no HTML',
    'Saved!',
  ])('finds the habit in: %s', (text) => {
    expect(habitsIn(text)).not.toEqual([]);
  });

  it.each([
    'There is no meeting on this page.',
    'Not valid JSON: {reason}',
    'The plugin hasn’t responded.',
    'Leave the page.',
    'Who is a meeting',
    '{name} stands for the variable of that name.',
  ])('leaves plain words alone: %s', (text) => {
    expect(habitsIn(text)).toEqual([]);
  });
});
