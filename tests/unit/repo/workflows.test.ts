import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = '.github/workflows';
const files = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(`${FOLDER}/${name}`, 'utf8').replace(/^\s*#.*$/gm, ''),
}));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const makefile = readFileSync('Makefile', 'utf8');

/** What stands behind each `run:`, on its line or indented below it. */
function commandsIn(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const found = /^(\s*)(?:- )?run:\s*(.*)$/.exec(line);
    if (!found) return [];
    const [, indent = '', inline = ''] = found;
    if (inline !== '|') return [inline];
    const below = lines.slice(index + 1);
    const end = below.findIndex((next) => next.trim() !== '' && !next.startsWith(`${indent}  `));
    return [below.slice(0, end === -1 ? undefined : end).join('\n')];
  });
}

describe.each(files)('$name', ({ text }) => {
  const commands = commandsIn(text);

  it('has steps', () => {
    expect(commands.length).toBeGreaterThan(0);
  });

  it('pins every action by its commit and says which version that is', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    const pinned = /uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(uses.filter((line) => !pinned.test(line))).toEqual([]);
  });

  it('gives no permission by default beyond reading', () => {
    const [, granted = 'everything'] = /^permissions:(.*(?:\n {2}.*)*)/m.exec(text) ?? [];
    expect(granted.trim()).toMatch(/^(\{\}|contents: read)$/);
  });

  it('names only npm scripts that exist', () => {
    const named = commands.flatMap((command) => [...command.matchAll(/npm (?:run ([a-z:]+)|(test))/g)]);
    expect(named.map(([, run, test]) => run ?? test ?? '').filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names only make targets that exist', () => {
    const named = commands.flatMap((command) => [...command.matchAll(/\bmake ([a-z]+)/g)]);
    expect(named.map(([, name = '']) => name).filter((name) => !makefile.includes(`\n${name}:`))).toEqual([]);
  });

  it('pastes no expression into a script, where its text would be run', () => {
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
  });
});

it('the job that may write runs none of the project’s code', () => {
  const release = files.find(({ name }) => name === 'release.yml')?.text ?? '';
  const [, publish = ''] = release.split(/^ {2}publish:$/m);
  expect(publish).toContain('contents: write');
  expect(release.match(/contents: write/g)).toHaveLength(1);
  const commands = commandsIn(publish)
    .join('\n')
    .replace(/npm version .* --ignore-scripts$/m, '');
  expect(commands).not.toMatch(/\b(npm|npx|node|make|tsx)\b/);
});
