/**
 * Shapes of what crosses a boundary: functions that take anything and return a value of a known type, or
 * say what is wrong with it. Small, because the peer carries them into pages that have no meeting; why they
 * aren't a library's is in docs/decisions/0004-own-shapes.md.
 */

/**
 * What is wrong with a value. The words for it are elsewhere: in `english.ts` for the other end of the
 * protocol, in `strings/faults.ts` in the user's language, and the peer, which shows it to nobody, has none.
 */
export type Fault =
  | 'required'
  | 'empty'
  | 'text'
  | 'flag'
  | 'moment'
  | 'number'
  | 'count'
  | 'object'
  | 'list'
  | { name: 'too-long' | 'too-many'; max: number }
  | { name: 'word'; words: readonly string[]; given: unknown }
  /** A text in the user's language, by the code that found the fault. */
  | { name: 'custom'; text: string };

/** One thing that is wrong. `field` is absent where the whole value is. */
export type Problem = { field?: string | undefined; fault: Fault };

type Problems = readonly [Problem, ...Problem[]];

/** What a shape returns for a value that does not fit. */
export class Mismatch {
  readonly problems: Problems;
  /** Takes them as one value: a file can have more problems than a call may have arguments. */
  constructor(problems: Problems) {
    this.problems = problems;
  }
}

export type Shape<T> = (value: unknown) => T | Mismatch;

/** Marks the shape of a field that may be absent, or `undefined`. */
type MayBeAbsent = { readonly mayBeAbsent: true };

/** The type that a shape yields. */
export type Of<S> = S extends (value: unknown) => infer R ? Exclude<R, Mismatch> : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type AbsentKeys<F> = { [K in keyof F]: F[K] extends MayBeAbsent ? K : never }[keyof F];
type ObjectOf<F> = { [K in Exclude<keyof F, AbsentKeys<F>>]: Of<F[K]> } & {
  [K in AbsentKeys<F>]?: Of<F[K]>;
};

/** Says what is wrong with the whole value. */
export const wrong = (fault: Fault): Mismatch => new Mismatch([{ fault }]);

/** The same with a text of its own. */
export const wrongAs = (text: string): Mismatch => wrong({ name: 'custom', text });

/** A problem of one field, with a text of its own. */
export const problemAt = (field: string, text: string): Problem => ({
  field,
  fault: { name: 'custom', text },
});

/** Text of at most `limit` characters; longer text is refused. */
export const text =
  (limit: number): Shape<string> =>
  (value) => {
    if (typeof value !== 'string') return wrong('text');
    return value.length > limit ? wrong({ name: 'too-long', max: limit }) : value;
  };

/** The same, of at least one character. */
export const someText =
  (limit: number): Shape<string> =>
  (value) =>
    value === '' ? wrong('empty') : text(limit)(value);

/** The same with the white space around it taken off. */
export const trimmedText =
  (limit: number): Shape<string> =>
  (value) =>
    someText(limit)(typeof value === 'string' ? value.trim() : value);

/** Marks and skin tones beyond those that any script puts on one letter. */
const PILED = /(?<=[\p{M}\p{EMod}]{8})[\p{M}\p{EMod}]+/gu;

/**
 * Text that is shown and never acted upon: cut at `limit` rather than refused. Half a character, of the
 * sender's making or the cut's, becomes U+FFFD: functions for URLs throw at it. Thousands of marks on one
 * letter keep a browser busy for seconds wherever they are drawn, so they are cut.
 */
export const shownText =
  (limit: number): Shape<string> =>
  (value) =>
    typeof value === 'string' ? value.slice(0, limit).toWellFormed().replace(PILED, '') : wrong('text');

export const flag: Shape<boolean> = (value) => (typeof value === 'boolean' ? value : wrong('flag'));

/** A moment, in milliseconds since the epoch, that a `Date` can be. */
export const moment: Shape<number> = (value) =>
  typeof value === 'number' && Math.abs(value) <= 8.64e15 ? value : wrong('moment');

/** A number that can be counted with. */
export const finite: Shape<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : wrong('number');

/** A whole number that counts something. */
export const count: Shape<number> = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : wrong('count');

/** One of a few words. */
export const oneOf =
  <const T extends string>(words: readonly T[]): Shape<T> =>
  (value) =>
    words.find((word) => word === value) ?? wrong({ name: 'word', words, given: value });

/**
 * A list of at most `limit` values of one shape. Every entry that is wrong is reported, as `#1` for the
 * first.
 */
export const list =
  <T>(shape: Shape<T>, limit: number): Shape<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return wrong('list');
    if (value.length > limit) return wrong({ name: 'too-many', max: limit });
    const read = value.map(shape);
    return mismatchOf(read.flatMap((one, index) => within(`#${index + 1}`, one))) ?? (read as T[]);
  };

/** What is wrong with a value, said of the value that it is a part of; nothing if the value is right. */
export const within = (part: string, read: unknown): Problem[] =>
  read instanceof Mismatch
    ? read.problems.map(({ field, fault }) => ({
        field: field === undefined ? part : `${part}.${field}`,
        fault,
      }))
    : [];

/** `undefined` where nothing is wrong. */
export const mismatchOf = (problems: readonly Problem[]): Mismatch | undefined =>
  problems.length > 0 ? new Mismatch(problems as Problems) : undefined;

/** Takes an absent value as it is. */
const absentOr =
  (shape: Shape<unknown>): Shape<unknown> =>
  (value) =>
    value === undefined ? value : shape(value);

/** A field that may be absent and, in the type, is never `undefined`. */
export const exactOptional = absentOr as <T>(shape: Shape<T>) => Shape<T> & MayBeAbsent;

/** A field that may be absent. */
export const optional = absentOr as <T>(shape: Shape<T>) => Shape<T | undefined> & MayBeAbsent;

/**
 * A field that this project added to a message of the seed protocol. A stranger's value of another shape
 * under the same name must not cost the message its meaning, so it counts as absent.
 */
export const ignorable = <T>(shape: Shape<T>): Shape<T | undefined> & MayBeAbsent =>
  optional((value) => {
    const read = shape(value);
    return read instanceof Mismatch ? undefined : read;
  });

/**
 * An object with these fields. Fields of other names are left out, and so are those that are absent; every
 * field that is wrong is reported.
 */
export const fields =
  <const F extends Fields>(shapes: F): Shape<ObjectOf<F>> =>
  (value) => {
    if (Object(value) !== value) return wrong('object');
    const read: Record<string, unknown> = {};
    const problems: Problem[] = [];
    for (const [field, shape] of Object.entries(shapes)) {
      const given: unknown = Object(value)[field];
      const one = shape(given);
      if (one === undefined) continue;
      read[field] = one;
      // Only the shape of a field that may be absent takes `undefined`.
      const found = given === undefined ? wrong('required') : one;
      for (const problem of within(field, found)) problems.push(problem);
    }
    return mismatchOf(problems) ?? (read as ObjectOf<F>);
  };
