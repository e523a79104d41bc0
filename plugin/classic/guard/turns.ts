import { followTurns } from '../streams/owner';

const AT_WORK = 'classic-plugins:at-work';

/**
 * Notes whose code is at work while it is. A loop without end cannot be stopped inside its own frame; but
 * when the meeting is loaded again, the note still says whose it was.
 *
 * @param storage of this tab, which outlives a reload
 */
export function noteTurns(storage: () => Storage): { begin(id: string): void; end(): void } {
  const write = (id: string | undefined) => {
    try {
      if (id === undefined) storage().removeItem(AT_WORK);
      else storage().setItem(AT_WORK, id);
    } catch {
      // Without storage, a plugin without an end stays unnamed.
    }
  };
  followTurns((owner) => write(owner?.id));
  return { begin: write, end: () => write(undefined) };
}

/** The id of the plugin whose code was at work when this tab's meeting was loaded again. */
export function leftAtWork(storage: () => Storage): string | undefined {
  try {
    const id = storage().getItem(AT_WORK) ?? undefined;
    storage().removeItem(AT_WORK);
    return id;
  } catch {
    return undefined;
  }
}
