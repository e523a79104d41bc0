import fc from 'fast-check';
import {
  type CountryCode,
  getCountries,
  getExampleNumber,
  type MetadataJson,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core';
import largest from 'libphonenumber-js/max/metadata';
import smallest from 'libphonenumber-js/min/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { withKinds, withoutFormats } from '../../../../settings/build/numbering-plans';
import { type NumberingPlans, withoutKinds } from '../../../../settings/without-kinds';

const plansOf = (metadata: MetadataJson) => metadata as unknown as NumberingPlans;
const metadataOf = (plans: NumberingPlans) => plans as unknown as MetadataJson;
const lean = withoutFormats(plansOf(largest));

/** The package leaves fields out of which no later one has anything. */
const trimmed = ({ countries }: NumberingPlans) =>
  Object.fromEntries(
    Object.entries(countries).map(([name, fields]) => [
      name,
      fields.slice(0, 1 + fields.findLastIndex(Boolean)),
    ]),
  );

/** What the extension asks about a number. */
const answers = (number: string, country: CountryCode, metadata: MetadataJson) => {
  const parsed = parsePhoneNumberFromString(number, country, metadata);
  return parsed && [parsed.number, parsed.country, parsed.isValid(), parsed.getType()];
};

describe('the numbering plans of a build', () => {
  test('are a quarter smaller than the published ones', () => {
    expect(JSON.stringify(lean).length).toBeLessThan(0.75 * JSON.stringify(largest).length);
  });

  test('have the smallest set in the largest', () => {
    const published = withoutFormats(plansOf(smallest));
    expect(trimmed(withoutKinds(lean, withKinds(published)))).toEqual(trimmed(published));
  });

  test.each(getCountries(largest))('answer what the published ones do: %s', (country) => {
    const example = getExampleNumber(country, examples, largest);
    if (!example) throw new Error(`There is no example of ${country}.`);
    const compare = (number: string): void => {
      expect(answers(number, country, metadataOf(lean))).toEqual(answers(number, country, largest));
    };
    compare(example.number);
    compare(example.nationalNumber);
    fc.assert(fc.property(fc.stringMatching(/^(?:\+|00)?\d{2,15}$/), compare), { numRuns: 20 });
  });
});
