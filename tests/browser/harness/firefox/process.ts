import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { LaunchOptions } from '../browser-under-test';
import { findExecutable } from '../executable';
import { freePort } from '../free-port';
import { startWatchdog, type Watchdog } from '../watchdog';
import { createProfile, downloadDirOf } from './profile';

export const FIREFOX = {
  program: 'Firefox',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  debianPackage: 'firefox-esr',
};

/** Starts Firefox with a fresh profile, unless there is one. */
export async function startFirefox({
  headless,
  width,
  height,
  env,
  profile: given,
  isPrivate = false,
}: Required<Pick<LaunchOptions, 'headless' | 'width' | 'height' | 'env'>> &
  Pick<LaunchOptions, 'profile' | 'isPrivate'>): Promise<FirefoxProcess> {
  const executable = findExecutable(FIREFOX, { ...process.env, ...env });
  const marionettePort = await freePort();
  const profile = await createProfile(marionettePort, given, isPrivate);
  const options = [
    ...(headless ? ['--headless'] : []),
    // Lets Marionette into the browser's own windows: the toolbar, the sidebar, prompts.
    ...['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile],
    ...['--width', String(width), '--height', String(height)],
  ];
  const firefox = spawn(executable, options, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      ...env,
      MOZ_HEADLESS_WIDTH: String(width),
      MOZ_HEADLESS_HEIGHT: String(height),
    },
  });
  const watchdog = startWatchdog(given ? undefined : profile, firefox.pid);
  return new FirefoxProcess(firefox, watchdog, marionettePort, downloadDirOf(profile));
}

/** A running Firefox. */
export class FirefoxProcess {
  readonly #firefox: ChildProcess;
  readonly #watchdog: Watchdog;
  #said = '';

  constructor(
    firefox: ChildProcess,
    watchdog: Watchdog,
    readonly marionettePort: number,
    readonly downloadDir: string,
  ) {
    this.#firefox = firefox;
    this.#watchdog = watchdog;
    // Read to the end, or a full pipe would stop Firefox.
    firefox.stderr?.on('data', (chunk) => {
      this.#said = (this.#said + String(chunk)).slice(-4_000);
    });
  }

  /** Throws with Firefox's own words when it is no longer running. */
  assertRunning(): void {
    const { exitCode, signalCode } = this.#firefox;
    if (exitCode === null && signalCode === null) return;
    throw new Error(`Firefox ended with ${exitCode ?? signalCode}. It said:\n${this.#said}`);
  }

  /** Waits until it has ended by itself. */
  async ended(): Promise<void> {
    if (this.#firefox.exitCode === null) await once(this.#firefox, 'exit');
  }

  async stop(): Promise<void> {
    await this.#watchdog.release();
  }
}
