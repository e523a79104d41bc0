import type { LaunchOptions } from './browser-under-test';

/** A browser's process. */
export interface Running {
  isAlive(): boolean;
  /** Removes what its user has left: extensions, tabs, windows, data of sites and saved files. */
  clear(): Promise<void>;
  end(): Promise<void>;
}

/** A browser's process for one user, who leaves it in the end. */
interface Lent<R> {
  running: R;
  leave(): Promise<void>;
}

let isKeeping = false;

/**
 * Has this process keep its browsers, one of each kind, from one user to the next. To start one takes
 * seconds, to clear it takes a moment. They end with this process: the watchdog sees to that.
 */
export function keepBrowsers(): void {
  isKeeping = true;
}

/** Whether nothing but an extension is asked for. All other options are those of the process. */
const isPlain = ({ extensionDir: _, keepWelcome: _welcome, env = {}, ...rest }: LaunchOptions): boolean =>
  Object.keys(env).length === 0 && Object.values(rest).every((value) => value === undefined);

/** Creates what lends the browsers of one kind. */
export function createLender<R extends Running>() {
  let free: R | undefined;
  return async (options: LaunchOptions, start: () => Promise<R>): Promise<Lent<R>> => {
    if (!isKeeping || !isPlain(options)) {
      const running = await start();
      return { running, leave: () => running.end() };
    }
    const found = free;
    free = undefined;
    const running = found?.isAlive() ? found : await start();
    const leave = async () => {
      try {
        await running.clear();
      } catch (error) {
        console.warn(`A browser could not be cleared, and is ended: ${String(error)}`);
        return running.end();
      }
      // One that was started while this one was lent has come back first.
      if (free) await running.end();
      else free = running;
    };
    return { running, leave };
  };
}
