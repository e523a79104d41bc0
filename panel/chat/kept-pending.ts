import type { PanelEnvironment } from '../state/context';
import { withMemory } from '../state/remember';

/** What was sent from here and has not come back as a message. */
export type Pending = { requestId: string; text: string; error?: string };

/** The name under which it is kept. */
const KEPT_PENDING = 'chat-pending';

/** What was sent in each chat, and has not come back as a message. */
interface KeptPending {
  of(chat: string): readonly Pending[];
  keep(chat: string, pending: readonly Pending[]): void;
}

/**
 * Keeps it while another meeting is shown, and for the panel that comes after, so that a text that was
 * refused is not lost. `onRestored` is called once what the panel before has left is here.
 */
export function keepPending(
  context: Pick<PanelEnvironment, 'loadMemory' | 'signal'>,
  onRestored: () => void,
): KeptPending {
  const all = new Map<string, readonly Pending[]>();
  let write = () => {};
  void withMemory(context, (memory) => {
    for (const [chat, left] of Object.entries(readKept(memory.get(KEPT_PENDING))))
      all.set(chat, [...left, ...(all.get(chat) ?? [])]);
    write = () => memory.keep(KEPT_PENDING, all.size > 0 ? Object.fromEntries(all) : undefined);
    onRestored();
    write();
    return () => {};
  });
  return {
    of: (chat) => all.get(chat) ?? [],
    keep(chat, pending) {
      if (pending.length > 0) all.set(chat, pending);
      else all.delete(chat);
      write();
    },
  };
}

/** This version of the extension has written it: the memory does not outlive an update. */
const readKept = (kept: unknown): Readonly<Record<string, readonly Pending[]>> =>
  Object(kept) === kept ? (kept as Record<string, readonly Pending[]>) : {};
