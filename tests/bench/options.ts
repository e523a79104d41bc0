import { parseArgs } from 'node:util';
import { errorText } from '../../protocol/error-text';
import type { Result } from '../../protocol/result';

/** The benchmarks by name; `build` takes minutes and is not run unless it is asked for. */
export const NAMES = [
  'roundtrip',
  'idle',
  'flood',
  'panel',
  'plugin',
  'host',
  'scale',
  'people',
  'demo',
  'build',
] as const;
export type Name = (typeof NAMES)[number];

export const USAGE = `npm run bench -- [options]      after npm run build

  --only a,b     of ${NAMES.join(', ')}
  --all          with build, which installs, builds and tests in a fresh copy: minutes
  --short        a tenth of the runs: to see that it works, not to compare
  --check        exits with 1 if a goal is missed
  --markdown     prints the tables as they stand in docs/maintain/benchmarks.md
  --write-docs   and writes them there
`;

interface Options {
  names: readonly Name[];
  short: boolean;
  check: boolean;
  markdown: boolean;
  writeDocs: boolean;
}

/** Reads the command line; an error in words, where it is not understood. */
export function readOptions(args: readonly string[]): Result<Options> {
  let given: ReturnType<typeof parse>;
  try {
    given = parse(args);
  } catch (error) {
    return { ok: false, error: errorText(error) };
  }
  const { only, all, short, check, markdown } = given;
  const writeDocs = given['write-docs'];
  const asked = (only ?? '').split(',').filter(Boolean);
  const unknown = asked.find((name) => !NAMES.some((each) => each === name));
  if (unknown !== undefined)
    return { ok: false, error: `--only takes ${NAMES.join(', ')}, not "${unknown}".` };
  if (writeDocs && (short || asked.length > 0)) {
    return {
      ok: false,
      error: '--write-docs writes a whole run: it goes neither with --only nor with --short.',
    };
  }
  const names =
    asked.length > 0
      ? NAMES.filter((name) => asked.includes(name))
      : NAMES.filter((name) => all || name !== 'build');
  return { ok: true, value: { names, short, check, markdown: markdown || writeDocs, writeDocs } };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      all: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      'write-docs': { type: 'boolean', default: false },
    },
  }).values;
