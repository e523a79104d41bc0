import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { rows, testsAbout } from '../../changed/touched';

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const tests = files.filter((path) => /^tests\/browser\/[\w-]+\.test\.ts$/.test(path));

describe('npm run test:changed', () => {
  it('reaches every browser test by some source', () => {
    const sources = files.filter((path) => !path.startsWith('tests/'));
    expect(tests.filter((test) => !testsAbout(sources, tests).includes(test))).toEqual([]);
  });

  it.each(rows)('has sources for %s and tests for %s', (sources, driving) => {
    expect(files.some((path) => sources.test(path))).toBe(true);
    expect(tests.some((path) => driving.test(path.replace(/.*\//, '')))).toBe(true);
  });

  it('chooses the tests of a folder, a changed test itself, and none for a document', () => {
    const chosen = testsAbout(['panel/log/log.tsx', 'tests/browser/relay.test.ts'], tests);
    expect(chosen).toContain('tests/browser/log.test.ts');
    expect(chosen).toContain('tests/browser/relay.test.ts');
    expect(chosen).not.toContain('tests/browser/call-life.test.ts');
    expect(testsAbout(['panel/log/log.tsx'], ['tests/browser/new.test.ts'])).toHaveLength(1);
    expect(testsAbout(['README.md', 'CONTRIBUTING.md'], tests)).toEqual([]);
  });
});
