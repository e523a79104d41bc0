/** What belongs to the page or to this host, and that scripts like to give a shorter name. */
const ROOT = `(?:window|document|self|globalThis|location|history|navigator|PEX)`;
const PATH = String.raw`${ROOT}(?:\.[\w$]+){0,6}`;
const NAME = String.raw`[A-Za-z_$][\w$]{0,60}`;
/** More other names are of no person's writing. */
const MOST = 50;

const TEXTS = /(["'])((?:(?!\1)[^\\\n]){0,200})\1(\s{0,100}\+\s{0,100})(["'])((?:(?!\4)[^\\\n]){0,200})\4/g;
const BRACKETS = /(?<=[\w$)\]])\[\s{0,20}(["'`])([A-Za-z_$][\w$]{0,60})\1\s{0,20}\]/g;
const OTHER_NAME = new RegExp(
  String.raw`(?:\b(?:var|let|const)\s+|,\s*)(${NAME})\s*=\s*(${PATH})` +
    String.raw`(?:\.bind\([\w$.]{0,60}\))?\s*(?=[;,\n)}]|$)`,
  'g',
);
/** `const byId = id => document.getElementById(id)` and its like. */
const LOOKUP = new RegExp(
  String.raw`(?:\b(?:var|let|const)\s+(${NAME})\s*=\s*(?:function\b[^\n(]{0,60})?|` +
    String.raw`\bfunction\s+(${NAME})\s*)` +
    String.raw`\(?\s*(${NAME})\s*\)?\s*(?:=>)?\s*\{?\s*(?:return\s+)?` +
    String.raw`document\.((?:getElement|querySelector)\w*)\(\s*\3\s*\)`,
  'g',
);
const PARTS = new RegExp(
  String.raw`\b(?:var|let|const)\s*\{([^{}]{1,500})\}\s*=\s*(${PATH})\s*(?=[;,\n)}]|$)`,
  'g',
);
const TEXT = new RegExp(
  String.raw`\b(?:var|let|const)\s+(${NAME})\s*=\s*(["'])([^"'\n]{1,100})\2\s*(?=[;,\n]|$)`,
  'g',
);
const LOOKUP_BY_NAME = new RegExp(
  String.raw`(\.(?:getElement|querySelector)\w*\(\s*)(${NAME})(?=\s*\))`,
  'g',
);

/**
 * Writes a script so that the parts of the page have the names under which they are looked for: texts that
 * are put together in one piece, `['name']` as `.name`, and the page's own name in the place of a shorter
 * one. Every line stays where it is.
 */
export function withPlainNames(script: string): string {
  let plain = script;
  // Each round joins pairs, and halves a text's pieces.
  for (let round = 0; round < 6; round += 1) plain = plain.replace(TEXTS, joined);
  plain = plain.replace(BRACKETS, (_, __, name) => `.${name}`);
  // A name may be given to a part of what has another name already.
  for (let round = 0; round < 2; round += 1) plain = withoutOtherNames(plain);
  const texts = new Map([...plain.matchAll(TEXT)].map(([, name = '', , text = '']) => [name, text]));
  return plain.replace(LOOKUP_BY_NAME, (call, before, name) => {
    const text = texts.get(name);
    return text === undefined ? call : `${before}"${text}"`;
  });
}

function joined(
  _: string,
  quote: string,
  first: string,
  plus: string,
  other: string,
  second: string,
): string {
  // The second text may contain the first quote, which would end it too early.
  const sign = quote === other || !second.includes(quote) ? quote : '`';
  return sign + first + second + sign + plus.replace(/[^\n]/g, '');
}

function withoutOtherNames(script: string): string {
  const names = new Map<string, string>();
  for (const [, name = '', path = ''] of script.matchAll(OTHER_NAME)) names.set(name, path);
  for (const [, assigned, declared, , method = ''] of script.matchAll(LOOKUP)) {
    names.set(assigned ?? declared ?? '', `document.${method}`);
  }
  for (const [, parts = '', path = ''] of script.matchAll(PARTS)) {
    for (const part of parts.split(',')) {
      const [, key, name = key] = /^\s*([\w$]+)\s*(?::\s*([\w$]+))?\s*$/.exec(part) ?? [];
      if (key && name) names.set(name, `${path}.${key}`);
    }
  }
  return [...names].slice(0, MOST).reduce((plain, [name, path]) => withOneName(plain, name, path), script);
}

/** A name of which there are two, or that a function is given, may mean anything. */
function withOneName(script: string, name: string, path: string): string {
  const sign = name.replace(/\$/g, '\\$$');
  if (path === name || isAmbiguous(script, sign)) return script;
  const use = new RegExp(String.raw`(?<![\w$.])${sign}(?=\s{0,20}[.(])`, 'g');
  return script.replace(use, () => path);
}

function isAmbiguous(script: string, sign: string): boolean {
  const declared = script.match(new RegExp(String.raw`(?<![\w$.])${sign}\s{0,20}=(?![=>])`, 'g')) ?? [];
  const isGiven = new RegExp(
    String.raw`\([^()\n]{0,200}(?<![\w$.])${sign}(?![\w$.(])[^()\n]{0,200}\)\s{0,20}(?:=>|\{)|` +
      String.raw`(?<![\w$.])${sign}\s{0,20}=>`,
  );
  return declared.length > 1 || isGiven.test(script);
}
