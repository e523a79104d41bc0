import { describe, expect, it } from 'vitest';
import { readBodyText } from '../../../../panel/dial/body-text';
import { readImport } from '../../../../panel/presets/read-presets';
import { readScenario } from '../../../../panel/scenarios/read';
import { readPolicy } from '../../../../settings/read-policy';
import { readSettingsFile } from '../../../../settings/transfer/settings-file';
import { SCENARIO_STRINGS } from '../../../../strings/scenarios';

const DEPTH = 100_000;
/** Values that no text can be made of, and one that functions which call themselves do not get through. */
const VALUES = {
  'an object without a text': '{"toString":1,"valueOf":1}',
  'a list that is nested deeply': '['.repeat(DEPTH) + ']'.repeat(DEPTH),
  'an object of the name of a prototype': '{"__proto__":{"toString":1},"constructor":{}}',
};

const settingsFile = (parts: string) => `{"format":"external-chat-settings","version":1,"value":{${parts}}}`;

describe.each(Object.entries(VALUES))('attack: a file with %s', (_, value) => {
  it('is read as presets, and its entry refused or taken by what else it says', async () => {
    const file = `[{"name":"A","destination":"alice","as_typed":${value}},{"destination":${value}}]`;
    const { good, bad } = await readImport(file);
    expect([good.length, bad.length]).toEqual([1, 1]);
  });

  it.each(['presets', 'lists'])('is refused in words as settings with %s of that version', (part) => {
    const read = readSettingsFile(settingsFile(`"${part}":[{"id":"a","version":${value}}]`));
    expect(read).toEqual({ ok: false, error: [expect.stringContaining('#1')] });
  });

  it('is refused in words as a scenario', () => {
    const step = `{"do":"send","message":${value}}`;
    expect(readScenario(`{"version":1,"name":"A","steps":[${step}]}`)).toMatchObject({ ok: false });
  });

  it.each(['allow', 'locks', 'tabs', 'sites', 'settings'])(
    'lets no call through as %s of a policy',
    (name) => {
      const { problems, locks, allows } = readPolicy({ [name]: JSON.parse(value) });
      expect(problems.length).toBeGreaterThan(0);
      if (name === 'allow') expect(allows?.('alice@example.com')).toBe(false);
      if (name === 'locks' && !value.startsWith('[')) expect(locks).toContain('settings');
    },
  );
});

describe('attack: a file with a text in the place of an object', () => {
  const TEXT = '"destination"';

  it('is not read character by character as a preset', async () => {
    const { bad } = await readImport(`[${TEXT}]`);
    expect(bad).toEqual([expect.stringContaining('1')]);
  });

  it('does not become the default settings', () => {
    expect(readSettingsFile(settingsFile(`"settings":{"version":1,"value":${TEXT}}`))).toMatchObject({
      ok: false,
    });
  });

  it('names no character of it as a field of the dial request', () => {
    const read = readBodyText(TEXT);
    expect(read).toMatchObject({ ok: false, error: expect.not.stringContaining('0') });
  });
});

it('attack: a scenario that is nested too deeply says so', () => {
  const { 'a list that is nested deeply': value } = VALUES;
  const read = readScenario(`{"version":1,"name":"A","steps":[{"do":"send","message":${value}}]}`);
  const error = expect.arrayContaining([expect.stringContaining(SCENARIO_STRINGS.problems.tooDeep)]);
  expect(read).toEqual({ ok: false, error });
});
