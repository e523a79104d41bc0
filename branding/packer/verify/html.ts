/** A tag of a page with what matters here of it. */
interface Tag {
  name: string;
  attributes: Map<string, string>;
  /** For a script: what stands between its tags. */
  inside: string;
}

const COMMENT = /<!--[\s\S]*?-->/g;
const TAG = /<(script|link|img|source|iframe)\b((?:"[^"]*"|'[^']*'|[^'">])*)>(?:([\s\S]*?)<\/\1\s*>)?/gi;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The tags of a page that load something or run something; a scan, not a parser: plugin pages are small. */
export function tagsOf(html: string): Tag[] {
  return [...html.replace(COMMENT, '').matchAll(TAG)].map(([, name = '', rest = '', inside = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', double, single, bare]) => [
        key.toLowerCase(),
        double ?? single ?? bare ?? '',
      ]),
    ),
    inside: name.toLowerCase() === 'script' ? inside : '',
  }));
}
