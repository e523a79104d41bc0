const QUOTED = /^(["'`])([^"'`]*)\1$/;
const VALUE = String.raw`"[^"]*"|'[^']*'|${'`[^`]*`'}|[\w$.]+`;
/** As a person writes it, for either web app: `registerPlugin({ …, id: 'x', … })`. */
const BY_NAME = new RegExp(String.raw`registerPlugin\s*\(\s*\{[^}]{0,2000}?\bid\s*:\s*(${VALUE})`, 'g');
const ID = String.raw`id\s*:\s*(${VALUE})`;
const VERSION = String.raw`version\s*:\s*\d+`;
/**
 * As a minifier leaves Web App 3's: `Ot({id:Mt,version:0})`, the function's name gone, or
 * `c.callRPC("syn",{id:…})`.
 */
const BY_SHAPE = new RegExp(
  String.raw`\(\s*(?:["']syn["']\s*,\s*)?\{\s*(?:${ID}\s*,\s*${VERSION}|${VERSION}\s*,\s*${ID})`,
  'g',
);

/** The ids under which a script registers, as far as a scan can tell. */
interface RegisteredIds {
  ids: string[];
  /**
   * False if an id is a variable that is given more than one text: one of them is meant, and which is not
   * known.
   */
  sure: boolean;
}

/**
 * Looks for the ids under which a script registers: a tolerant scan, since the script may be minified. No ids
 * at all means: cannot tell.
 */
export function registeredIds(script: string): RegisteredIds {
  const calls = [...script.matchAll(BY_NAME), ...script.matchAll(BY_SHAPE)];
  const values = new Set(calls.map(([, first, second]) => first ?? second ?? ''));
  const found = [...values].map((value) => [...new Set(textsOf(value, script))]);
  return { ids: [...new Set(found.flat())], sure: found.every((texts) => texts.length === 1) };
}

function textsOf(value: string, script: string): string[] {
  const literal = QUOTED.exec(value)?.[2];
  if (literal !== undefined) return literal.includes('${') ? [] : [literal];
  const name = value.split('.').at(-1) ?? value;
  if (!/^[A-Za-z_$]/.test(name)) return [];
  const escaped = name.replace(/\$/g, '\\$&');
  const given = new RegExp(String.raw`(?<![\w$])${escaped}\s*[=:]\s*(["'${'`'}])([^"'${'`'}]*)\1`, 'g');
  return [...script.matchAll(given)].flatMap(([, , text]) => (text === undefined ? [] : [text]));
}
