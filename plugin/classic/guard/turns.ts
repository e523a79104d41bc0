import { callLast, followTurns, type Owner } from '../streams/owner';

const AT_WORK = 'classic-plugins:at-work';

/** Told of a source file that is about to run, which no function of this host calls. */
export interface Turns {
  begin(owner: Owner): void;
  end(): void;
}

/**
 * Notes whose code is at work while it is. A loop without end cannot be stopped inside its own frame; but
 * when the meeting is loaded again, the note still says whose it was.
 *
 * @param storage of this tab, which outlives a reload
 */
export function noteTurns(view: Window, storage: () => Storage): Turns {
  let loading: string | undefined;
  const write = (id: string | undefined) => {
    try {
      if (id === undefined) storage().removeItem(AT_WORK);
      else storage().setItem(AT_WORK, id);
    } catch {
      // Without storage, a plugin without an end stays unnamed.
    }
  };
  const note = (id: string | undefined) => write(id ?? loading);
  followTurns((owner) => note(owner?.id));
  // A reload while a file is still loading proves no endless loop.
  view.addEventListener('pagehide', () => loading !== undefined && write(undefined));
  return {
    begin(owner) {
      loading = owner.id;
      callLast(owner);
      note(undefined);
    },
    end() {
      loading = undefined;
      note(undefined);
    },
  };
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
