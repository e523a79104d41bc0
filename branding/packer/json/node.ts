/** A JSON value with its place in the text, so that a mistake can be pointed at and an edit stays local. */
export type JsonNode = Span &
  (
    | { kind: 'object'; members: JsonMember[] }
    | { kind: 'array'; items: JsonNode[] }
    | { kind: 'string'; value: string }
    | { kind: 'number'; value: number }
    | { kind: 'literal'; value: boolean | null }
  );

export interface JsonMember {
  key: string;
  /** Where the key's opening quote is. */
  start: number;
  value: JsonNode;
}

/** From `start` up to, not including, `end`, in UTF-16 units of the text. */
interface Span {
  start: number;
  end: number;
}

export type JsonObject = Extract<JsonNode, { kind: 'object' }>;
export type JsonArray = Extract<JsonNode, { kind: 'array' }>;

/** An object's member; of several of one name the last, as `JSON.parse` has it. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.findLast((member) => member.key === key)?.value;
}

/** A name that stands twice in one object, at its first two places. */
interface RepeatedName {
  first: JsonMember;
  second: JsonMember;
}

/** The names that stand more than once in an object itself; readers take the last. */
export function repeatedHere({ members }: JsonObject): RepeatedName[] {
  const seen = new Map<string, JsonMember>();
  return members.flatMap((second): RepeatedName[] => {
    const first = seen.get(second.key);
    seen.set(second.key, second);
    return first ? [{ first, second }] : [];
  });
}

/** The names that stand more than once in an object, in a value or in anything below it. */
export function repeatedNames(node: JsonNode | undefined): RepeatedName[] {
  if (node?.kind === 'array') return node.items.flatMap(repeatedNames);
  if (node?.kind !== 'object') return [];
  return [...repeatedHere(node), ...node.members.flatMap(({ value }) => repeatedNames(value))];
}

/** An object's member, if it is a string. */
export function stringOf(node: JsonNode | undefined, key: string): string | undefined {
  const member = memberOf(node, key);
  return member?.kind === 'string' ? member.value : undefined;
}

/** The members of an array, or none. */
export const itemsOf = (node: JsonNode | undefined): JsonNode[] => (node?.kind === 'array' ? node.items : []);

/** What a value is, in words. */
export function nameOf(node: JsonNode): string {
  if (node.kind === 'literal') return node.value === null ? 'null' : String(node.value);
  return { object: 'an object', array: 'a list', string: 'a text', number: 'a number' }[node.kind];
}
