const QUOTED = /^(["'`])([^"'`]*)\1$/;
const VALUE = String.raw`"[^"]*"|'[^']*'|${'`[^`]*`'}|[\w$.]+`;
/** As a person writes it, for either web app: `registerPlugin({ …, id: 'x', … })`. */
const BY_NAME = new RegExp(String.raw`registerPlugin\s*\(\s*\{[^}]*?\bid\s*:\s*(${VALUE})`, 'g');
/** As a minifier leaves Web App 3's: `Ot({id:Mt,version:0})`, the function's name gone. */
const BY_SHAPE = new RegExp(
  String.raw`\(\s*\{\s*(?:id\s*:\s*(${VALUE})\s*,\s*version\s*:\s*\d+|version\s*:\s*\d+\s*,\s*id\s*:\s*(${VALUE}))`,
  'g',
);

/**
 * The ids under which a script may register: a tolerant scan, since the script may be minified. Where the id
 * is a variable, every text that a variable of that name is given counts; none at all means: cannot tell.
 */
export function registeredIds(script: string): string[] {
  const ids = [...script.matchAll(BY_NAME), ...script.matchAll(BY_SHAPE)].flatMap(([, first, second]) =>
    textsOf(first ?? second ?? '', script),
  );
  return [...new Set(ids)];
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
