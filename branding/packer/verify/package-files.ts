import { repeatedNames } from '../json/node';
import { type JsonFile, positionAt, readJson } from '../json/text';
import type { Archive } from '../zip/archive';
import type { Report } from './finding';

/** Names whose value decides whether a plugin loads; of two, one is lost. */
const LOADS_PLUGINS: readonly string[] = ['plugins', 'id', 'src', 'srcURL', 'sandboxValues'];

/** A package's files, read as text where they are text. */
export class PackageFiles {
  readonly #contents: Map<string, Uint8Array>;
  readonly #texts = new Map<string, string>();
  readonly #report: Report;

  constructor({ entries }: Archive, report: Report) {
    const files = entries.filter(({ isFolder }) => !isFolder);
    this.#contents = new Map(files.map(({ path, content }) => [path, content]));
    this.#report = report;
  }

  get paths(): string[] {
    return [...this.#contents.keys()];
  }

  has(path: string): boolean {
    return this.#contents.has(path);
  }

  isEmpty(path: string): boolean {
    return this.#contents.get(path)?.length === 0;
  }

  /** What to say of a file that is asked for and not there: what is missing, and the remedy. */
  missing(path: string | undefined, remedy = `add ${path} to the ZIP`): [what: string, remedy: string] {
    if (path === undefined) return ['there is no such file', remedy];
    const other = this.paths.find((each) => each.toLowerCase() === path.toLowerCase());
    return other === undefined
      ? [`there is no ${path}`, remedy]
      : [`there is only ${other}`, 'use the same capitals, because servers distinguish them'];
  }

  /** A file as text, bytes that are none replaced; empty if there is no such file. */
  text(path: string): string {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const text = new TextDecoder().decode(this.#contents.get(path));
    this.#texts.set(path, text);
    return text;
  }

  /** A file as JSON, if it is there and is JSON; nothing is reported. */
  peekJson(path: string): JsonFile | undefined {
    const content = this.#contents.get(path);
    const json = content && readJson(content);
    return json?.ok ? json.value : undefined;
  }

  /** A file as JSON; what is wrong with it is reported, with line and column. */
  json(path: string): JsonFile | undefined {
    const content = this.#contents.get(path);
    if (!content) return undefined;
    const json = readJson(content);
    if (json.ok) {
      this.#reportRepeated(path, json.value);
      return json.value;
    }
    const { message, position } = json.error;
    this.#report.add('error', path, `isn’t valid JSON: ${message}`, 'fix the JSON', position);
    return undefined;
  }

  #reportRepeated(path: string, { text, root }: JsonFile): void {
    for (const { first, second } of repeatedNames(root)) {
      const { line, column } = positionAt(text, first.start);
      this.#report.add(
        LOADS_PLUGINS.includes(second.key) ? 'error' : 'warning',
        path,
        `"${second.key}" is given twice, first at line ${line}, column ${column}; the first is ignored`,
        'remove one of them',
        positionAt(text, second.start),
      );
    }
  }
}
