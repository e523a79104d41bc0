import { formatList } from '../../locales/format';
import { SCENARIO_STRINGS } from '../../strings/scenarios';

const { problems: texts } = SCENARIO_STRINGS;

const NAME = /^[A-Za-z][\w-]{0,63}$/;
const PLACE = /\$\{([^}]*)\}/g;

type Variables = Readonly<Record<string, string>>;

/** Reads a file's variables with their defaults. `given` overrides the defaults. */
export function readVariables(
  declared: unknown,
  given: Variables,
): { values: Variables; problems: readonly string[] } {
  if (
    declared !== undefined &&
    (typeof declared !== 'object' || declared === null || Array.isArray(declared))
  ) {
    return { values: {}, problems: [texts.noVariables] };
  }
  const defaults = Object.entries({ ...declared } as Record<string, unknown>);
  const known = defaults.map(([name]) => name);
  const strangers = Object.keys(given).filter((name) => !known.includes(name));
  const values: Record<string, string> = {};
  const problems = strangers.map((name) =>
    known.length > 0 ? texts.notAVariable({ name, known: formatList(known) }) : texts.notAVariableAtAll(name),
  );
  for (const [name, value] of defaults) {
    if (!NAME.test(name)) problems.push(texts.variableName(name));
    else if (typeof value !== 'string') problems.push(texts.variableText(name));
    else values[name] = given[name] ?? value;
  }
  return { values, problems };
}

/** No message is nested as deeply. A file can be, until a function that calls itself has no room left. */
const MAX_DEPTH = 100;

/**
 * Puts the values in the place of `${name}` in every text inside a value; `unknown` are names without one.
 */
export function fillIn(
  value: unknown,
  values: Variables,
): { value: unknown; unknown: string[]; isTooDeep: boolean } {
  const unknown = new Set<string>();
  let isTooDeep = false;
  const fill = (part: unknown, depth: number): unknown => {
    if (depth > MAX_DEPTH) {
      isTooDeep = true;
      return undefined;
    }
    if (typeof part === 'string') {
      return part.replace(PLACE, (place, name: string) => {
        if (Object.hasOwn(values, name)) return values[name] ?? '';
        unknown.add(name);
        return place;
      });
    }
    if (Array.isArray(part)) return part.map((inner) => fill(inner, depth + 1));
    if (typeof part === 'object' && part !== null) {
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, fill(inner, depth + 1)]));
    }
    return part;
  };
  return { value: fill(value, 0), unknown: [...unknown], isTooDeep };
}
