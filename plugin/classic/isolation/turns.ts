import { callLast, followTurns, type Owner } from '../streams/owner';

const AT_WORK = 'classic-plugins:at-work';

/**
 * How far behind a turn its plugin is still noted: what it awaits may have come already, and then it goes on
 * before anything else of this document does. Each `await` is a round, and no chain is as long as this.
 */
const ROUNDS = 20;

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
  let noted: string | undefined;
  /** Turns behind which rounds are still to come. */
  let followed = 0;
  // A plugin that replaces the function later does not end the rounds.
  const soon = globalThis.queueMicrotask.bind(globalThis);

  const note = (id: string | undefined) => {
    if (id === noted) return;
    noted = id;
    try {
      if (id === undefined) storage().removeItem(AT_WORK);
      else storage().setItem(AT_WORK, id);
    } catch {
      // Without storage, a plugin without an end stays unnamed.
    }
  };

  /**
   * Notes the plugin again before each of its continuations. The browser runs microtasks as they arrive: each
   * round comes before the plugin's own, and after those of other plugins.
   */
  const follow = (id: string, left: number) =>
    soon(() => {
      if (left > 0) {
        note(id);
        return follow(id, left - 1);
      }
      followed -= 1;
      if (followed === 0) note(loading);
    });

  followTurns((owner, hasBegun) => {
    if (owner) note(owner.id);
    else if (loading !== undefined) note(loading);
    if (!owner || !hasBegun) return;
    followed += 1;
    follow(owner.id, ROUNDS);
  });
  // A reload while a file is still loading proves no endless loop.
  view.addEventListener('pagehide', () => loading !== undefined && note(undefined));
  return {
    begin(owner) {
      loading = owner.id;
      callLast(owner);
      note(loading);
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
