/** Anything that is seen; braille and Hangul have blanks of their own. */
const SEEN = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * A name that somebody has given to themselves or to their meeting, as it can stand in a sentence: without
 * what turns the rest of the sentence around, and without marks that pile up over the lines beside it. The
 * peer has removed only those that would freeze the panel. Marks with a width of their own don’t pile up:
 * Burmese words have five in a row. Empty if nothing of it is seen.
 */
export function plainName(given: string): string {
  const name = given
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu, '$1')
    .replace(/[\s\u2800\u3164\u115f\u1160\uffa0]+/g, ' ')
    .trim();
  return SEEN.test(name) ? name : '';
}
