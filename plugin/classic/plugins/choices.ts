const KEY = 'classic-plugins:chosen';

/** Which plugins the user has switched on or off, remembered in this browser. */
export interface Choices {
  of(id: string): boolean | undefined;
  choose(id: string, on: boolean): void;
}

/**
 * Reads what was chosen before. Where there is no storage, a choice holds until the meeting is loaded
 * again.
 */
export function readChoices(storage: () => Storage): Choices {
  const chosen = new Map<string, boolean>(Object.entries(read(storage)));
  return {
    of: (id) => chosen.get(id),
    choose(id, on) {
      chosen.set(id, on);
      try {
        storage().setItem(KEY, JSON.stringify(Object.fromEntries(chosen)));
      } catch (error) {
        console.warn('classic-plugins: the choice of plugins can’t be saved', error);
      }
    },
  };
}

function read(storage: () => Storage): Record<string, boolean> {
  try {
    const value: unknown = JSON.parse(storage().getItem(KEY) ?? '{}');
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(
      entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    );
  } catch {
    return {};
  }
}
