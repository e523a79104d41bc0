import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { KINDS, type NumberingPlans, withoutField } from '../without-kinds';

/** Where a country has how its numbers are written, by the package's `source/metadata.js`. */
const FORMATS = 4;

/**
 * Removes from numbering plans how numbers are written. The extension only asks whether a number is valid, of
 * which kind and country it is, and what it is in full.
 */
export function withoutFormats(plans: NumberingPlans): NumberingPlans {
  const strip = (part: NumberingPlans['countries'] = {}) =>
    Object.fromEntries(Object.entries(part).map(([name, fields]) => [name, withoutField(fields, FORMATS)]));
  return { ...plans, countries: strip(plans.countries), nonGeographic: strip(plans.nonGeographic) };
}

/** The countries whose numbers have kinds in the smallest set: these tell them from their neighbors. */
export const withKinds = ({ countries }: NumberingPlans): string[] =>
  Object.keys(countries).filter((name) => Boolean(countries[name]?.[KINDS]));

const SET = /\/libphonenumber-js\/metadata\.(max|min)\.json\.js$/;

/**
 * Has a build contain one set of numbering plans instead of two: the largest, without formats. The smallest
 * is made of it when it is loaded.
 */
export function leanNumberingPlans(): Plugin {
  const from = JSON.stringify(resolve('settings/without-kinds.ts'));
  return {
    name: 'lean-numbering-plans',
    apply: 'build',
    async load(id) {
      const [, set] = SET.exec(id) ?? [];
      if (!set) return null;
      const { default: plans }: { default: NumberingPlans } = await import(
        `libphonenumber-js/${set}/metadata`
      );
      if (set === 'max') return `export default ${JSON.stringify(withoutFormats(plans))};`;
      return [
        "import largest from './metadata.max.json.js';",
        `import { withoutKinds } from ${from};`,
        `export default withoutKinds(largest, ${JSON.stringify(withKinds(plans))});`,
      ].join('\n');
    },
  };
}
