import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { findExecutable } from '../../browser/harness/executable';

/** What took part in a run. */
export function versions(): Record<string, string> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const browser = (name: string, variable: string, commands: string[]) =>
    said(findExecutable({ program: name, variable, commands, debianPackage: commands[0] ?? name }), [
      '--version',
    ]);
  return {
    'external-chat': `${version} (${said('git', ['rev-parse', '--short', 'HEAD'])})`,
    'Node.js': process.versions.node,
    browsers: [
      browser('Chromium', 'CHROMIUM_PATH', ['chromium', 'chromium-browser', 'google-chrome']),
      browser('Firefox', 'FIREFOX_PATH', ['firefox-esr', 'firefox']),
    ].join(' and '),
    penpal: versionOf('penpal'),
    comlink: versionOf('comlink'),
    '@pexip/plugin-api': versionOf('@pexip/plugin-api'),
  };
}

/** The processor and the memory. */
export function machine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() || 'a processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
}

const said = (command: string, args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();

const versionOf = (name: string) =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
