import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { errorText } from '../protocol/error-text';
import { type PackageSettings, readSettings } from './settings';

/** Prints an error message to stderr and exits. */
export function fail(message: string, exitCode = 1): never {
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}

/** Prints a line to stdout. */
export const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** The options of this run, or the end of it with what is not understood and `usage`. */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
): ReturnType<typeof parseArgs<{ options: Options }>>['values'] {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return fail(`${errorText(error)}\n\n${usage}`, 2);
  }
}

/** The settings of this run, or the end of it. */
export function settings(): PackageSettings {
  const read = readSettings(process.env);
  return read.ok ? read.value : fail(read.error);
}

/** The root package.json's version, which is everybody's. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
}

/** Resolves a path from the command line against the directory in which the user ran npm. */
export const pathGiven = (path: string): string => resolve(process.env.INIT_CWD ?? '.', path);

/** Reads a file that a person named, or ends the command. */
export function readGiven(path: string, exitCode = 1): Uint8Array {
  try {
    return readFileSync(pathGiven(path));
  } catch (error) {
    return fail(whyUnread(path, error), exitCode);
  }
}

function whyUnread(path: string, error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${path}.`;
  if (code === 'EISDIR') return `${path} is a folder, not a file.`;
  if (code === 'EACCES' || code === 'EPERM') return `You don’t have permission to read ${path}.`;
  return `${path} can’t be read: ${errorText(error)}.`;
}

/** Runs npm with arguments of our own; what it says is shown only if it fails. */
export function runNpm(args: readonly string[], onFailure: string): void {
  // A shell on Windows, where npm is a batch file. No argument comes from outside.
  const { status, stdout, stderr } = spawnSync('npm', args, { shell: process.platform === 'win32' });
  if (status !== 0) fail(`${stdout}${stderr}${onFailure}`);
}
