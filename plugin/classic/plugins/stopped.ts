const KEY = 'classic-plugins:stopped';

/** Why a plugin was stopped: its code did not come to an end, or it led this document elsewhere. */
const SENTENCES = {
  endless: 'it didn’t stop running, so the meeting had to be loaded again. It is off until you turn it on.',
  left: 'it ended the page that all plugins share. The others are back. It is off until you turn it on.',
} as const;

type Reason = keyof typeof SENTENCES;

/** The plugins that stay off until the user turns them on, whatever settings.json says. */
export interface Stopped {
  /** The sentence that says why, or undefined. */
  why(id: string): string | undefined;
  stop(id: string, reason: Reason): void;
  release(id: string): void;
}

/** Reads which plugins were stopped before, in this browser. */
export function readStopped(storage: () => Storage): Stopped {
  const stopped = new Map(Object.entries(read(storage)));
  const write = () => {
    try {
      storage().setItem(KEY, JSON.stringify(Object.fromEntries(stopped)));
    } catch {
      // Without storage, it holds until the meeting is loaded again.
    }
  };
  return {
    why(id) {
      const reason = stopped.get(id);
      return reason && SENTENCES[reason];
    },
    stop(id, reason) {
      stopped.set(id, reason);
      write();
    },
    release(id) {
      if (stopped.delete(id)) write();
    },
  };
}

function read(storage: () => Storage): Record<string, Reason> {
  try {
    const value: unknown = JSON.parse(storage().getItem(KEY) ?? '{}');
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(
      entries.filter((entry): entry is [string, Reason] => Object.keys(SENTENCES).includes(String(entry[1]))),
    );
  } catch {
    return {};
  }
}
