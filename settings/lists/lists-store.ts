import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { errorText } from '../../protocol/error-text';
import { LIST_STRINGS } from '../../strings/lists';
import { PRESET_STRINGS } from '../../strings/presets';
import type { Done } from '../presets/presets-store';
import type { SettingsStore } from '../settings-store';
import type { PanelStorage } from '../storage/area';
import { readLists, updateLists } from './list-area';
import type { ListContent, SavedList } from './saved-list';

/** The lists that this person has saved by name. */
export interface ListsStore {
  readonly lists: ReadonlySignal<readonly SavedList[]>;
  /** An administrator lets nobody have presets of their own, nor lists. */
  readonly isLocked: ReadonlySignal<boolean>;
  readonly done: ReadonlySignal<Done | undefined>;
  /** Saves a list; one of the same name is replaced. */
  save(name: string, content: ListContent): void;
  rename(list: SavedList, name: string): void;
  remove(list: SavedList): void;
  /** Says what else was done, and how to undo it. */
  report(done: Done | undefined): void;
}

/** Follows the saved lists, of whichever window or device changes them, until `stop` aborts. */
export function createListsStore(
  storage: PanelStorage,
  { policy }: Pick<SettingsStore, 'policy'>,
  stop: AbortSignal,
): ListsStore {
  const own = signal<readonly SavedList[]>([]);
  const done = signal<Done>();
  const isLocked = computed(() => policy.value.locks.includes('presets'));

  const load = () =>
    readLists(storage).then(
      (lists) => {
        own.value = lists;
      },
      (error: unknown) => {
        done.value = { text: LIST_STRINGS.notRead(errorText(error)) };
      },
    );
  storage.sync.watch(() => void load(), stop);
  storage.local.watch(() => void load(), stop);
  void load();

  const change = (
    text: string,
    apply: (lists: readonly SavedList[]) => readonly SavedList[],
    isUndoable = true,
  ) => {
    if (isLocked.peek()) {
      done.value = { text: LIST_STRINGS.locked };
      return;
    }
    updateLists(storage, apply).then(
      ({ before, after }) =>
        batch(() => {
          own.value = after;
          const undo = () => change(PRESET_STRINGS.undone, () => before, false);
          done.value = { text, undo: isUndoable ? undo : undefined };
        }),
      (error: unknown) => {
        done.value = { text: LIST_STRINGS.notSaved(errorText(error)) };
      },
    );
  };
  const except = (lists: readonly SavedList[], ...gone: readonly SavedList[]) =>
    lists.filter(({ id }) => !gone.some((each) => each.id === id));
  const called = (lists: readonly SavedList[], name: string) => lists.find((each) => each.name === name);

  return {
    lists: computed(() => (isLocked.value ? [] : own.value)),
    isLocked,
    done,
    save(name, content) {
      const isThere = called(own.peek(), name) !== undefined;
      change((isThere ? LIST_STRINGS.replaced : PRESET_STRINGS.saved)(name), (lists) => {
        const old = called(lists, name);
        const list = { id: old?.id ?? crypto.randomUUID(), name, ...content };
        return [...(old ? except(lists, old) : lists), list];
      });
    },
    rename(list, name) {
      change(PRESET_STRINGS.saved(name), (lists) => {
        const other = called(lists, name);
        const rest = except(lists, list, ...(other ? [other] : []));
        return [...rest, { ...list, name }];
      });
    },
    remove: (list) => change(PRESET_STRINGS.deleted(list.name), (lists) => except(lists, list)),
    report: (given) => {
      done.value = given;
    },
  };
}
