/** A list of ids or classes, as a script sets it, or writes it into HTML. */
const NAMES =
  /(?:\b(?:id|class(?:Name)?)|classList\.add)["']?\s{0,20}[=(:,]\s{0,20}\\?["'`]([^"'`]{1,1000})/g;
/** Longer ones stand in no look-up. */
const LONGEST_NAME = 200;

/**
 * The ids and classes that a script makes by itself, each with its beginnings: what it appends to one may
 * come at run time.
 */
export function ownNames(script: string): ReadonlySet<string> {
  const made = new Set<string>();
  for (const [, names = ''] of script.matchAll(NAMES)) for (const name of names.split(/\s+/)) made.add(name);
  return new Set([...made].flatMap(beginningsOf));
}

function beginningsOf(name: string): string[] {
  const short = name.slice(0, LONGEST_NAME);
  return [short, ...[...short.matchAll(/(?<=\w)(?=\W)/g)].map(({ index }) => short.slice(0, index))];
}
