import { describe, expect, it } from 'vitest';
import { NAMES, readOptions } from '../../bench/options';

const read = (...args: string[]) => {
  const options = readOptions(args);
  return options.ok ? options.value : options.error;
};

describe('npm run bench', () => {
  it('runs all but the one that takes minutes', () => {
    expect(read()).toMatchObject({
      names: NAMES.filter((name) => name !== 'build'),
      short: false,
      check: false,
    });
  });

  it.each([
    [['--all'], NAMES],
    [
      ['--only', 'flood,idle'],
      ['idle', 'flood'],
    ],
    [['--only', 'build'], ['build']],
  ])('%j', (args, names) => {
    expect(read(...args)).toMatchObject({ names });
  });

  it('prints what it writes', () => {
    expect(read('--write-docs')).toMatchObject({ markdown: true, writeDocs: true });
  });

  it.each([
    [
      ['--only', 'idle,round'],
      '--only takes roundtrip, idle, flood, panel, plugin, host, scale, people, demo, build, not "round".',
    ],
    [['--quick'], "Unknown option '--quick'"],
    [['idle'], 'Unexpected argument'],
    [['--write-docs', '--short'], 'a whole run'],
    [['--write-docs', '--only', 'idle'], 'a whole run'],
  ])('refuses %j in words', (args, words) => {
    expect(read(...args)).toContain(words);
  });
});
