/** One test of a report. Without `failed` and `skipped` it has passed. */
export type TestCase = {
  name: string;
  seconds: number;
  /** `type` is one word for the kind of failure, `text` what else is to be known. */
  failed?: { type: string; message: string; text: string } | undefined;
  /** What came of it, beside that it passed. */
  output?: string | undefined;
  /** Why it was not run. */
  skipped?: string | undefined;
};

/** Writes JUnit XML, which build servers show: one suite of that name, with its cases in their order. */
export function writeJUnit(suite: string, cases: readonly TestCase[], at: Date): string {
  const failures = cases.filter(({ failed }) => failed).length;
  const skipped = cases.filter((each) => each.skipped !== undefined).length;
  const time = Math.round(cases.reduce((sum, { seconds }) => sum + seconds, 0) * 100) / 100;
  const attributes = `name="${escaped(suite)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="${time}" timestamp="${at.toISOString().slice(0, 19)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${cases.length}" failures="${failures}" time="${time}">`,
    `  <testsuite ${attributes}>`,
    ...withUniqueNames(cases).map((each) => testCase(suite, each)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** Gives every case a name of its own: readers show one of those that share a name, and hide the others. */
function withUniqueNames(cases: readonly TestCase[]): readonly TestCase[] {
  const taken = new Set(cases.map(({ name }) => name));
  const seen = new Set<string>();
  return cases.map((each) => {
    let name = each.name;
    for (let count = 2; seen.has(name); count += 1) {
      const next = `${each.name} (${count})`;
      if (!taken.has(next)) name = next;
    }
    seen.add(name);
    taken.add(name);
    return { ...each, name };
  });
}

function testCase(suite: string, { name, seconds, failed, output, skipped }: TestCase): string {
  const open = `    <testcase classname="${escaped(suite)}" name="${escaped(name)}" time="${seconds}"`;
  if (failed) {
    const { type, message, text } = failed;
    return `${open}><failure type="${escaped(type)}" message="${escaped(message)}">${escaped(text)}</failure></testcase>`;
  }
  if (skipped !== undefined) return `${open}><skipped message="${escaped(skipped)}"/></testcase>`;
  return output === undefined
    ? `${open}/>`
    : `${open}><system-out>${escaped(output)}</system-out></testcase>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 has no way at all to write most control characters: they are left out. */
const escaped = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\n\r\t]/g, ' ');
