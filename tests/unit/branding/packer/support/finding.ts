import { expect } from 'vitest';
import type { Level } from '../../../../../branding/packer/verify/finding';
import { checkOf, type Package } from './packages';

/** A package with one mistake, and what has to be said of it. */
export interface Scenario {
  name: string;
  bad: Package;
  /** The ZIP's name; `package.zip` if it does not matter. */
  zip?: string;
  level: Level;
  where: string;
  words: string;
}

/**
 * Checks a package for one finding, with its place and a remedy; for less than an error, to no error at all.
 */
export function expectFinding({ bad, zip = 'package.zip', level, where, words }: Scenario): void {
  const { findings } = checkOf(bad, zip);
  const place = where === zip ? zip : `${zip}: ${where}`;
  expect(findings).toContainEqual({
    level,
    where: expect.stringMatching(new RegExp(`^${place.replace(/[.()?]/g, '\\$&')}(:\\d+:\\d+)?$`)),
    what: expect.stringContaining(words),
    remedy: expect.stringMatching(/\w/),
  });
  if (level !== 'error') expect(findings.filter((finding) => finding.level === 'error')).toEqual([]);
}
