import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { findExecutable } from '../executable';
import { createProfile } from './profile';

/**
 * Firefox runs under a small shell that reads from us until our end of the pipe closes: on `stop()`, but also when a
 * test run is killed. Then it ends Firefox, removes the profile, and last ends what is left of the process group.
 */
const WATCHDOG = `
profile=$1; shift
# The shell itself must not write to us: after our end it would die of that before it has cleaned up.
exec 3<&0 4>&2 2>/dev/null
"$@" </dev/null 3<&- 2>&4 4>&- &
firefox=$!
exec 4>&-
(cat <&3 >/dev/null; kill -KILL $firefox) &
wait $firefox
rm -rf "$profile" || { sleep 1; rm -rf "$profile"; }
kill -KILL 0
`;

export interface FirefoxProcess {
  marionettePort: number;
  /** Throws with Firefox's own words when it is no longer running. */
  assertRunning(): void;
  stop(): Promise<void>;
}

/** Starts Firefox with a fresh profile. */
export async function startFirefox(
  headless: boolean,
  width: number,
  height: number,
): Promise<FirefoxProcess> {
  const executable = findExecutable({
    browser: 'Firefox',
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    debianPackage: 'firefox-esr',
  });
  const marionettePort = await freePort();
  const profile = await createProfile(marionettePort);
  const command = [
    executable,
    ...(headless ? ['--headless'] : []),
    // Lets Marionette into the browser's own windows: the toolbar, the sidebar, prompts.
    ...['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile],
    ...['--width', String(width), '--height', String(height)],
  ];
  const shell = spawn('/bin/sh', ['-c', WATCHDOG, 'watchdog', profile, ...command], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...process.env, MOZ_HEADLESS_WIDTH: String(width), MOZ_HEADLESS_HEIGHT: String(height) },
  });
  return new WatchedFirefox(shell, marionettePort);
}

class WatchedFirefox implements FirefoxProcess {
  #said = '';

  constructor(
    private readonly shell: ChildProcess,
    readonly marionettePort: number,
  ) {
    // Read to the end, or a full pipe would stop Firefox.
    shell.stderr?.on('data', (chunk) => {
      this.#said = (this.#said + String(chunk)).slice(-4_000);
    });
  }

  assertRunning(): void {
    if (this.#hasEnded()) throw new Error(`Firefox ended. It said:\n${this.#said}`);
  }

  async stop(): Promise<void> {
    if (this.#hasEnded()) return;
    const ended = once(this.shell, 'exit');
    this.shell.stdin?.end();
    await ended;
  }

  #hasEnded(): boolean {
    return this.shell.exitCode !== null || this.shell.signalCode !== null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free TCP port.');
  return address.port;
}
