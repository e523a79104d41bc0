import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Reads from us until our end of the pipe closes: on `release()`, but also when the test run is killed
 * outright. Then ends the browser's process group and removes the profile, again while dying processes still
 * write to it.
 */
const SCRIPT = `
profile=$1; group=$2
cat >/dev/null
kill -KILL -"$group" 2>/dev/null
for attempt in 1 2 3 4 5 6 7 8 9 10; do
  rm -rf "$profile"
  sleep 0.2
  [ -e "$profile" ] || exit 0
done
exit 1
`;

export interface Watchdog {
  /** Resolves when the browser is dead and its profile gone. */
  release(): Promise<void>;
}

/**
 * Ties a browser to our own life. `group` is its process id; it must lead a process group. Without a
 * profile it removes none.
 */
export function startWatchdog(profile: string | undefined, group: number | undefined): Watchdog {
  if (group === undefined) throw new Error('The browser did not start.');
  const dog = spawn('/bin/sh', ['-c', SCRIPT, 'watchdog', profile ?? '', String(group)], {
    // Its own group, so that Ctrl+C in the terminal does not reach it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return {
    async release() {
      if (dog.exitCode !== null) return;
      const ended = once(dog, 'exit');
      dog.stdin.end();
      await ended;
    },
  };
}
