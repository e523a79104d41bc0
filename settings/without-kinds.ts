/** A set of numbering plans as libphonenumber-js publishes it: a country's fields stand in an array. */
export interface NumberingPlans {
  readonly countries: Readonly<Record<string, readonly unknown[]>>;
  readonly nonGeographic?: Readonly<Record<string, readonly unknown[]>>;
}

/** Where a country has the kinds of its numbers, by the package's `source/metadata.js`. */
export const KINDS = 11;

/** Returns numbering plans that tell what is a number, and its kind in no country but these. */
export function withoutKinds(plans: NumberingPlans, except: readonly string[]): NumberingPlans {
  const countries = Object.entries(plans.countries).map(([name, fields]) => [
    name,
    except.includes(name) ? fields : withoutField(fields, KINDS),
  ]);
  return { ...plans, countries: Object.fromEntries(countries) };
}

/** As the package itself leaves a field out: others follow it. */
export const withoutField = (fields: readonly unknown[], field: number): readonly unknown[] =>
  fields.length <= field ? fields : [...fields.slice(0, field), 0, ...fields.slice(field + 1)];
