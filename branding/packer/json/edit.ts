import type { JsonArray, JsonNode, JsonObject } from './node';

/** A piece of text in the place of another; `start` equal to `end` puts it in between. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Applies edits that do not overlap; what is put in at one place comes in the order given. Nothing else
 * changes.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .sort((a, b) => b.start - a.start)
    .reduce(
      (edited, { start, end, text: piece }) => edited.slice(0, start) + piece + edited.slice(end),
      text,
    );
}

/** Puts another value in a value's place, over several lines only if the old one was. */
export function replaceValue(text: string, node: JsonNode, value: unknown): Edit {
  const { start, end } = node;
  const wasLong = text.slice(start, end).includes('\n');
  return { start, end, text: wasLong ? write(text, value, lineLead(text, start)) : JSON.stringify(value) };
}

/** Appends a member to an object, laid out as the members before it. */
export function appendMember(text: string, node: JsonObject, key: string, value: unknown): Edit {
  const last = node.members.at(-1);
  const place = last && { start: last.start, end: last.value.end };
  return append(text, node, place, (lead) => `${JSON.stringify(key)}: ${write(text, value, lead)}`);
}

/** Appends an item to a list, laid out as the items before it. */
export function appendItem(text: string, node: JsonArray, value: unknown): Edit {
  return append(text, node, node.items.at(-1), (lead) => write(text, value, lead));
}

interface Extent {
  start: number;
  end: number;
}

function append(
  text: string,
  container: Extent,
  last: Extent | undefined,
  piece: (lead: string) => string,
): Edit {
  const step = indentStep(text);
  if (last) {
    const lead = lineLead(text, last.start);
    // Put the new item on its own line if the previous one starts a line; otherwise on the same line.
    const separator = startsLine(text, last.start) ? `,${newline(text)}${lead}` : ', ';
    return { start: last.end, end: last.end, text: `${separator}${piece(lead)}` };
  }
  const outer = lineLead(text, container.start);
  const inner = `${outer}${step ?? ''}`;
  const inside =
    step === undefined ? piece('') : `${newline(text)}${inner}${piece(inner)}${newline(text)}${outer}`;
  return { start: container.start + 1, end: container.end - 1, text: inside };
}

/** In lines with the text's own indentation if it has any, else in one line. */
function write(text: string, value: unknown, lead: string): string {
  const step = indentStep(text);
  return step === undefined
    ? JSON.stringify(value)
    : JSON.stringify(value, null, step).replaceAll('\n', `${newline(text)}${lead}`);
}

const newline = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n');

/** What one level is indented by, as the first indented line has it. */
const indentStep = (text: string) => /\n([ \t]+)\S/.exec(text)?.[1];

const lineStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;

/** The white space that begins the line of an offset. */
const lineLead = (text: string, offset: number) =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';

const startsLine = (text: string, offset: number) =>
  lineStart(text, offset) > 0 && text.slice(lineStart(text, offset), offset).trim() === '';
