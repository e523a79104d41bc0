/** One attack with everything that was tried of it. */
export interface Attack {
  /** What the attacker does. */
  name: string;
  /** What has to happen, and whether it did, each test once. */
  outcomes: { title: string; passed: boolean }[];
}

interface Assertion {
  ancestorTitles: string[];
  title: string;
  status: string;
}

/** Reads what Vitest's JSON reporter has written, and keeps what ran below an attack's title. */
export function readReport(text: string): Attack[] {
  const report = JSON.parse(text) as { testResults: { assertionResults: Assertion[] }[] };
  const attacks = new Map<string, Attack>();
  for (const { ancestorTitles, title, status } of report.testResults.flatMap(
    (file) => file.assertionResults,
  )) {
    const at = ancestorTitles.findIndex((each) => each.startsWith('attack: '));
    if (at < 0 || (status !== 'passed' && status !== 'failed')) continue;
    const name = (ancestorTitles[at] ?? '').slice('attack: '.length);
    const attack = attacks.get(name) ?? { name, outcomes: [] };
    attacks.set(name, attack);
    const words = [...ancestorTitles.slice(at + 1), title].join(': ');
    attack.outcomes.push({ title: words, passed: status === 'passed' });
  }
  return [...attacks.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
