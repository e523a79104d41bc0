import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const names = Object.keys(scripts);
const table = readFileSync('CONTRIBUTING.md', 'utf8');

describe('the npm scripts', () => {
  it('are no more than a person can look over', () => {
    expect(names.length).toBeLessThanOrEqual(28);
  });

  it('each have a row in CONTRIBUTING.md, which names no other', () => {
    const rows = [...table.matchAll(/^\| `npm (?:run ([a-z0-9:]+)|(start|test))` \|/gm)];
    expect(rows.map(([, run, short]) => run ?? short).toSorted()).toEqual(names.toSorted());
  });

  it('build the plugin without deploying it, and deploy once for a package', () => {
    expect(scripts['build:plugin']).not.toMatch(/deploy/);
    expect(scripts.build).not.toMatch(/deploy/);
    expect(scripts.package?.match(/deploy/g)).toHaveLength(1);
  });

  it('serve the plugin with npm start', () => {
    expect(scripts.start).toBe('tsx scripts/start.ts');
  });
});
