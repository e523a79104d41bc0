import type { Result } from '../../../protocol/result';
import type { JsonMember, JsonNode } from './node';

/** What is wrong with a JSON text, and where. */
interface JsonFault {
  message: string;
  /** In UTF-16 units from the start of the text. */
  offset: number;
}

/** Deeper than any settings file; it keeps a hostile one from exhausting the stack. */
const MAX_DEPTH = 100;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;
/** How comments begin in the dialects that have them; nothing of JSON begins so. */
const COMMENT = /^(?:\/[/*]|#|<!--)/;
const LITERAL = /true|false|null/y;
// Any character but quotes, backslashes and control characters; or an escape. RFC 8259, 7.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

/**
 * Reads JSON as RFC 8259 has it and keeps every value's place in the text. A byte order mark is skipped,
 * since a browser that fetches JSON skips it too.
 */
export function parseJson(text: string): Result<JsonNode, JsonFault> {
  try {
    return { ok: true, value: new Reader(text).readAll() };
  } catch (error) {
    if (error instanceof SyntaxFault)
      return { ok: false, error: { message: error.message, offset: error.offset } };
    throw error;
  }
}

class SyntaxFault extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

class Reader {
  #at: number;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.startsWith('\uFEFF') ? 1 : 0;
  }

  readAll(): JsonNode {
    const node = this.#readValue(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#fail('unexpected text after the end of the JSON');
    return node;
  }

  #readValue(depth: number): JsonNode {
    this.#skipSpace();
    const start = this.#at;
    const first = this.#text[start];
    if (first === undefined) this.#fail('the file ends in the middle of the JSON');
    if (depth > MAX_DEPTH) this.#fail(`more than ${MAX_DEPTH} levels deep`);
    if (first === '{') return this.#readObject(start, depth);
    if (first === '[') return this.#readArray(start, depth);
    if (first === '"') {
      const value = this.#readString();
      return { kind: 'string', value, start, end: this.#at };
    }
    const number = this.#take(NUMBER);
    if (number !== undefined) return { kind: 'number', value: Number(number), start, end: this.#at };
    const literal = this.#take(LITERAL);
    if (literal !== undefined) {
      return { kind: 'literal', value: literal === 'null' ? null : literal === 'true', start, end: this.#at };
    }
    return this.#fail(`expected a value, found ${quote(first)}`);
  }

  #readObject(start: number, depth: number): JsonNode {
    const members: JsonMember[] = [];
    this.#readList('}', 'of the object', () => {
      const keyAt = this.#at;
      if (this.#text[keyAt] !== '"') this.#fail('expected a name in double quotes');
      const key = this.#readString();
      this.#skipSpace();
      if (this.#text[this.#at] !== ':') this.#fail(`expected ":" after the name ${quote(key)}`);
      this.#at += 1;
      members.push({ key, start: keyAt, value: this.#readValue(depth + 1) });
    });
    return { kind: 'object', members, start, end: this.#at };
  }

  #readArray(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.#readList(']', 'of the list', () => items.push(this.#readValue(depth + 1)));
    return { kind: 'array', items, start, end: this.#at };
  }

  #readList(close: string, ofWhat: string, readItem: () => void): void {
    this.#at += 1;
    this.#skipSpace();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      readItem();
      this.#skipSpace();
      const next = this.#text[this.#at];
      if (next === undefined) this.#fail(`the file ends before the "${close}" ${ofWhat}`);
      if (next !== ',' && next !== close) this.#fail(`expected "," or "${close}", found ${quote(next)}`);
      const comma = this.#at;
      this.#at += 1;
      if (next === close) return;
      this.#skipSpace();
      if (this.#text[this.#at] === close) {
        this.#at = comma;
        this.#fail(`unexpected comma before "${close}"`);
      }
    }
  }

  #readString(): string {
    const raw = this.#take(STRING);
    if (raw === undefined) {
      this.#fail('a string is not closed, or contains a line break, tab or invalid escape');
    }
    return String(JSON.parse(raw));
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #skipSpace(): void {
    this.#take(SPACE);
    if (COMMENT.test(this.#text.slice(this.#at, this.#at + 4))) this.#fail('JSON has no comments');
  }

  #fail(message: string): never {
    throw new SyntaxFault(message, this.#at);
  }
}

/** Quoted, and what nobody sees is written as an escape, such as a no-break space. */
const quote = (text: string) =>
  JSON.stringify(text).replace(
    /[^ \P{White_Space}]|[\p{Cc}\p{Cf}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
