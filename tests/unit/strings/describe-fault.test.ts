import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { setMessages } from '../../../locales/language';
import { inEnglish } from '../../../protocol/english';
import {
  count,
  exactOptional,
  fields,
  finite,
  flag,
  list,
  Mismatch,
  moment,
  oneOf,
  someText,
  text,
  wrongAs,
} from '../../../protocol/shape';
import { whole } from '../../../settings/storage/shapes';
import { describeFault, describeProblem } from '../../../strings/describe-fault';

const EVERY = fields({
  active: flag,
  at: moment,
  name: someText(4),
  title: someText(4),
  words: text(4),
  size: finite,
  most: count,
  seconds: whole(5, 600),
  mode: oneOf(['drive', 'watch']),
  other: oneOf(['drive', 'watch']),
  chats: list(fields({ url: text(4) }), 1),
  sites: list(flag, 1),
  layouts: list(flag, 1),
  body: fields({}),
  missing: flag,
  spare: exactOptional(flag),
  ours: () => wrongAs('is not ours'),
});

/** A value that is wrong in every way there is. */
const given = {
  active: 1,
  at: 'now',
  name: '',
  title: 'longer',
  words: 7,
  size: Number.NaN,
  most: -1,
  seconds: 4,
  mode: 'x'.repeat(50),
  other: {},
  chats: [{ url: 7 }],
  sites: [true, true],
  layouts: {},
  body: null,
  ours: '',
};

function problemsFound() {
  const read = EVERY(given);
  return read instanceof Mismatch ? read.problems : [];
}

afterEach(() => setMessages());

it('what is wrong is said to a person as to a plugin, where that is in English', () => {
  const problems = problemsFound();
  expect(problems).toHaveLength(16);
  expect(problems.map(describeProblem)).toEqual(problems.map(inEnglish));
  expect(problems.map(describeProblem)).toContain('chats.#1.url must be text');
  expect(problems.map(describeProblem)).toContain('missing is required');
});

it('and otherwise in the language of the person, with the names of fields as they are', () => {
  const german: Record<string, string> = JSON.parse(readFileSync('locales/de.json', 'utf8'));
  setMessages({ language: 'de', text: (key) => german[key] ?? '' });
  const said = problemsFound().map(describeProblem);
  expect(said).toContain('chats.#1.url muss Text sein');
  expect(said).toContain('seconds muss eine ganze Zahl von 5 bis 600 sein');
  expect(said.filter((words) => /must|required/.test(words))).toEqual([]);
  expect(describeFault('required')).toBe('ist erforderlich');
});
