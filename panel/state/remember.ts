import { effect, type Signal } from '@preact/signals';
import type { PanelEnvironment } from './context';
import type { PanelMemory } from './panel-memory';

type LoadMemory = NonNullable<PanelEnvironment['loadMemory']>;

/**
 * Gives a signal the value that it had in the panel before, unless it has changed here by then, and keeps its
 * value for the panel that comes after. `read` says what a kept value is worth; a value that is as it was at
 * first is not kept. Resolves once the value is back.
 */
export function remember<T>(
  context: Pick<PanelEnvironment, 'loadMemory' | 'signal'>,
  name: string,
  state: Signal<T>,
  read: (kept: unknown) => T | undefined,
): Promise<void> {
  const first = state.peek();
  return withMemory(context, (memory) => {
    const kept = memory.get(name);
    const value = kept === undefined ? undefined : read(kept);
    if (value !== undefined && state.peek() === first) state.value = value;
    return effect(() => memory.keep(name, state.value === first ? undefined : state.value));
  });
}

/** Calls `begin` with the memory of the panel, and what that returns when the panel ends. */
export async function withMemory(
  { loadMemory, signal: stop }: Pick<PanelEnvironment, 'loadMemory' | 'signal'>,
  begin: (memory: PanelMemory) => () => void,
): Promise<void> {
  const memory = loadMemory && (await loadedOnce(loadMemory));
  if (!memory || stop.aborted) return;
  stop.addEventListener('abort', begin(memory), { once: true });
}

const loaded = new WeakMap<LoadMemory, Promise<PanelMemory | undefined>>();

/** Each load takes a frame, also of what is there: what comes back by then would be seen to change. */
function loadedOnce(load: LoadMemory): Promise<PanelMemory | undefined> {
  const memory =
    loaded.get(load) ??
    load().catch((error: unknown) => {
      // A panel that can’t remember anything still works.
      console.info('Nothing is kept:', error);
      return undefined;
    });
  loaded.set(load, memory);
  return memory;
}

/** Forgets what was kept under a name. */
export const forgetKept = (context: Pick<PanelEnvironment, 'loadMemory' | 'signal'>, name: string): void =>
  void withMemory(context, (memory) => {
    memory.keep(name, undefined);
    return () => {};
  });

/** Reads a kept text. */
export const keptText = (kept: unknown): string | undefined => (typeof kept === 'string' ? kept : undefined);

/** Reads a kept *yes*; that it is not so is not kept. */
export const keptYes = (kept: unknown): true | undefined => kept === true || undefined;

/** Reads a kept choice among some. */
export const keptChoice =
  <T extends string>(choices: readonly T[]) =>
  (kept: unknown): T | undefined =>
    choices.find((choice) => choice === kept);
