import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendItem, appendMember, applyEdits, replaceValue } from '../../../../branding/packer/json/edit';
import {
  type JsonArray,
  type JsonNode,
  type JsonObject,
  memberOf,
} from '../../../../branding/packer/json/node';
import { parseJson } from '../../../../branding/packer/json/parse';
import { positionAt } from '../../../../branding/packer/json/text';
import { forAll } from '../../generated/for-all';

function plain(node: JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(plain);
  if (node.kind === 'object') {
    return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
  }
  return node.value;
}

function parse(text: string): JsonNode {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`${parsed.error.message} at ${parsed.error.offset}`);
  return parsed.value;
}
const anyIndent = fc.constantFrom(undefined, 2, 4, '\t');

describe('reading JSON', () => {
  it('finds the values that JSON.parse finds', () => {
    forAll(
      fc.property(fc.json(), anyIndent, (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(plain(parse(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses the texts that JSON.parse refuses', () => {
    const broken = fc.tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', '"', '}', ']', '\\', '0', 'x', '\n', '//'),
    );
    forAll(
      fc.property(broken, ([json, seed, piece]) => {
        const at = seed % (json.length + 1);
        const text = json.slice(0, at) + piece + json.slice(at + 1);
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(parseJson(text).ok).toBe(isJson);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['// mine\n{}', 0],
    ['{}\n// mine', 3],
    ['{} /* mine */', 3],
    ['{/* mine */}', 1],
    ['{"a" /* mine */: 1}', 5],
    ['{"a": /* mine */ 1}', 6],
    ['{"a": 1 // mine\n}', 8],
    ['{"a": 1, // mine\n "b": 2}', 9],
    ['[/* mine */]', 1],
    ['[1 /* mine */]', 3],
    ['[1, // mine\n 2]', 4],
    ['# mine\n{}', 0],
    ['{"a": 1 # mine\n}', 8],
    ['<!-- mine -->{}', 0],
  ])('calls the comment in %j a comment, at its place', (text, offset) => {
    expect(parseJson(text)).toEqual({ ok: false, error: { message: 'JSON has no comments', offset } });
  });

  it('reads what looks like a comment inside a text', () => {
    expect(plain(parse('{"a": "// b /* c */ # d"}'))).toEqual({ a: '// b /* c */ # d' });
  });

  it('keeps the place of every value', () => {
    const text = '{ "a": [1, "x", {"b": null}] }';
    const list = memberOf(parse(text), 'a') as JsonArray;
    expect(list.items.map(({ start, end }) => text.slice(start, end))).toEqual(['1', '"x"', '{"b": null}']);
  });

  it.each([
    ['a', 0, 1, 1],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['\uFEFF{', 1, 1, 1],
  ])('counts %j at %i as line %i, column %i', (text, offset, line, column) => {
    expect(positionAt(text, offset)).toEqual({ line, column });
  });
});

describe('editing JSON', () => {
  it('appends a member and an item, whatever the text looks like', () => {
    forAll(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.array(fc.jsonValue()),
        anyIndent,
        (rest, list, indent) => {
          const before = { ...rest, list };
          const text = JSON.stringify(before, null, indent);
          const root = parse(text) as JsonObject;
          const edited = applyEdits(text, [
            appendItem(text, memberOf(root, 'list') as JsonArray, { new: ['item'] }),
            appendMember(text, root, 'zz-new', { new: 'member' }),
          ]);
          const after = { ...before, list: [...list, { new: ['item'] }], 'zz-new': { new: 'member' } };
          expect(JSON.parse(edited)).toEqual(JSON.parse(JSON.stringify(after)));
          // Laid out as JSON.stringify lays out the whole, so the layout before was understood.
          if (indent !== undefined) expect(edited).toBe(JSON.stringify(JSON.parse(edited), null, indent));
        },
      ),
    );
  });

  it('puts a value in another one’s place, short for short and long for long', () => {
    const text = '{\n  "a": [1, 2],\n  "b": [\n    1\n  ]\n}';
    const root = parse(text);
    const edits = ['a', 'b'].map((key) => replaceValue(text, memberOf(root, key) as JsonNode, ['x', 'y']));
    expect(applyEdits(text, edits)).toBe('{\n  "a": ["x","y"],\n  "b": [\n    "x",\n    "y"\n  ]\n}');
  });
});
