import { formatNumber, pluralForm } from './format';
import { isolated, textOf } from './language';

/** A text in the forms that its `{count}` asks for; which those are differs from language to language. */
export type Plural = { readonly [Form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string } & {
  readonly other: string;
};

/** Texts by name, in groups as deep as they need to be. */
export type English = { readonly [name: string]: string | Plural | English };

type Value = string | number;

/** The names of the gaps in a text; `{{` and `}}` are braces. */
type Gaps<Text> = Text extends `${infer Before}{{${string}}}${infer After}`
  ? Gaps<Before> | Gaps<After>
  : Text extends `${string}{${infer Name}}${infer After}`
    ? Name | Gaps<After>
    : never;

type Several<Names, Each = Names> = Names extends unknown ? ([Each] extends [Names] ? false : true) : never;

/**
 * A text without a gap is a string. With one gap it is a function of its value, with more one of values by
 * name.
 */
type Rendered<Text> = [Gaps<Text>] extends [never]
  ? string
  : true extends Several<Gaps<Text>>
    ? (values: Readonly<Record<Gaps<Text> & string, Value>>) => string
    : (value: Value) => string;

type RenderedPlural<Forms> =
  true extends Several<Gaps<Forms> | 'count'>
    ? (values: Readonly<Record<Exclude<Gaps<Forms> & string, 'count'>, Value> & { count: number }>) => string
    : (count: number) => string;

type IsPlural<Names> = [Names] extends [Intl.LDMLPluralRule] ? ('other' extends Names ? true : false) : false;

type Strings<E> = {
  readonly [Name in keyof E]: E[Name] extends string
    ? Rendered<E[Name]>
    : IsPlural<keyof E[Name]> extends true
      ? RenderedPlural<E[Name][keyof E[Name]]>
      : Strings<E[Name]>;
};

/**
 * Texts, written in English where they are used, and read in the user's language. What each is called in
 * the browser's `_locales` follows from `area` and from its own name: see `textKeyOf`.
 */
export function strings<const E extends English>(area: string, english: E): Strings<E> {
  return Object.defineProperty(group(area, english), SOURCE, { value: { area, english } }) as Strings<E>;
}

const SOURCE = Symbol('source');

/** The area and the English that these texts were made of; `undefined` for anything else. */
export const sourceOf = (texts: unknown): { area: string; english: English } | undefined =>
  Reflect.get(Object(texts), SOURCE);

/** The key of a text in `_locales`, where only letters, digits and `_` are allowed. */
export const textKeyOf = (...path: readonly string[]): string => path.join('_').replace(/[^A-Za-z0-9]/g, '_');

const FORM = /^(zero|one|two|few|many|other)$/;

/** Whether an entry is one text in its plural forms, and not a group of texts. */
export const isPlural = (entry: Plural | English): entry is Plural =>
  'other' in entry && Object.keys(entry).every((name) => FORM.test(name));

function group(path: string, english: English): object {
  const texts = {};
  for (const [name, entry] of Object.entries(english)) {
    // Read when it is shown: the language is known only after the modules have been loaded.
    const read = reader(textKeyOf(path, name), entry);
    Object.defineProperty(texts, name, { get: read, enumerable: true });
  }
  return texts;
}

function reader(key: string, entry: string | Plural | English): () => unknown {
  if (typeof entry !== 'string' && !isPlural(entry)) {
    const inner = group(key, entry);
    return () => inner;
  }
  const say = (values: Values) => fill(textFor(key, entry, values), values);
  const isFunction = typeof entry !== 'string' || entry.replaceAll('{{', '').includes('{');
  return () => (isFunction ? say : say(''));
}

function textFor(key: string, entry: string | Plural, values: Values): string {
  if (typeof entry === 'string') return textOf(key) || entry;
  const form = pluralForm(Number(typeof values === 'object' ? values.count : values));
  return textOf(textKeyOf(key, form)) || textOf(textKeyOf(key, 'other')) || (entry[form] ?? entry.other);
}

type Values = Value | Readonly<Record<string, Value>>;

const fill = (text: string, values: Values): string =>
  text.replace(/\{\{|\}\}|\{(\w*)\}/g, (found, name: string | undefined) =>
    name === undefined ? found.charAt(0) : shown(typeof values === 'object' ? values[name] : values),
  );

const shown = (value: Value | undefined): string =>
  typeof value === 'number' ? formatNumber(value) : isolated(value);
