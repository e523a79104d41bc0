/** What may stand in a template, between braces. Each is encoded: it fills its place and no more. */
export const PLACEHOLDERS = ['alias', 'meetingOrigin', 'pageOrigin', 'displayName'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const NAMES = PLACEHOLDERS.join('|');
/** How other templates write a place, and any word in braces. JSON and GUIDs hold more than a word. */
const NOTATIONS = [
  '\\$?\\{+(?:\\s|%20)*([a-z][a-z._-]*)(?:\\s|%20)*\\}*',
  `(?:%7B)+(${NAMES})(?:%7D)+`,
  `%(${NAMES})%`,
  `<(${NAMES})>`,
  `\\$(${NAMES})\\b`,
].join('|');

/** As much as is quoted of what somebody wrote. */
const QUOTED = 40;

export type Misspelled = { written: string; meant: Placeholder | undefined };

/**
 * The first part of a template that looks like a placeholder and isn't one, with what was meant if that is
 * known. It would stay in the URL as it is, and everybody would be led to the same wrong room.
 */
export function findMisspelled(template: string): Misspelled | undefined {
  for (const [written, ...names] of template.matchAll(new RegExp(NOTATIONS, 'gi'))) {
    const name = names.find((each) => each !== undefined)?.toLowerCase();
    const meant = PLACEHOLDERS.find((place) => place.toLowerCase() === name);
    const isWord = meant !== undefined || written.endsWith('}');
    if (isWord && written !== `{${meant}}`) return { written: written.slice(0, QUOTED), meant };
  }
  return undefined;
}
