import { getCountries } from 'libphonenumber-js/max';
import { expect, test } from 'vitest';
import { COUNTRY_CODES } from '../../../settings/country-codes';

test('every country with a numbering plan can be chosen', () => {
  expect(COUNTRY_CODES.toSorted()).toEqual(getCountries().toSorted());
});
