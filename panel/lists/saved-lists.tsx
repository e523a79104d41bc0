import { useState } from 'preact/hooks';
import type { ListsStore } from '../../settings/lists/lists-store';
import type { SavedList } from '../../settings/lists/saved-list';
import { LIST_STRINGS } from '../../strings/lists';
import { PRESET_STRINGS } from '../../strings/presets';
import type { PanelEnvironment } from '../state/context';
import { type Naming, readNaming } from '../state/naming';
import { useRemembered } from '../state/use-remembered';
import { DoneNote } from '../ui/done-note';
import { NameField } from '../ui/name-field';

type Props = {
  context: Pick<PanelEnvironment, 'loadMemory' | 'signal'>;
  saved: ListsStore;
  isOpen: boolean;
  /** Whether what was last done is said here, where it was done. */
  saysDone: boolean;
  onOpen(list: SavedList): void;
  /** One of them is about to be opened, renamed or deleted. */
  onChange(): void;
};

/** A saved list that gets another name. */
type Renaming = Naming & { id: string };

/** Reads a new name of a list that was half typed. */
function readRenaming(kept: unknown): Renaming | undefined {
  const naming = readNaming(kept);
  const { id } = Object(kept);
  return naming && typeof id === 'string' ? { ...naming, id } : undefined;
}

/** The saved lists by name, to open, rename or delete, and what was last done to them. */
export function SavedLists({ context, saved, isOpen, saysDone, onOpen, onChange }: Props) {
  const [isShown, setShown] = useState(isOpen);
  const renaming = useRemembered<Renaming | undefined>(context, 'list-rename', undefined, readRenaming);
  const setRenaming = (next: Renaming | undefined) => {
    renaming.value = next;
  };
  const lists = saved.lists.value;
  const act = (change: () => void) => {
    onChange();
    change();
  };
  const taken = (name: string) =>
    lists.some((each) => each.name === name) ? LIST_STRINGS.nameTaken : undefined;
  return (
    <>
      {lists.length > 0 && (
        <details
          class="wide saved-lists"
          open={isShown || lists.some(({ id }) => id === renaming.value?.id)}
          onToggle={({ currentTarget }) => setShown(currentTarget.open)}
        >
          <summary>{LIST_STRINGS.saved}</summary>
          <ul aria-label={LIST_STRINGS.saved}>
            {lists.map((list) =>
              list.id === renaming.value?.id ? (
                <li key={list.id}>
                  <NameField
                    id="list-rename"
                    label={LIST_STRINGS.listName}
                    save={LIST_STRINGS.rename}
                    suggestion={list.name}
                    typed={renaming.value.typed}
                    problem={(name) => (name === list.name ? undefined : taken(name))}
                    onType={(typed) => setRenaming({ id: list.id, typed })}
                    onCancel={() => setRenaming(undefined)}
                    onName={(name) => {
                      setRenaming(undefined);
                      if (name !== list.name) act(() => saved.rename(list, name));
                    }}
                  />
                </li>
              ) : (
                <li key={list.id} class="entry">
                  <p id={`list-${list.id}`}>
                    <bdi>{list.name}</bdi>
                  </p>
                  <div class="actions">
                    <Action of={list} label={LIST_STRINGS.open} onPress={() => act(() => onOpen(list))} />
                    <Action
                      of={list}
                      label={LIST_STRINGS.rename}
                      onPress={() => setRenaming({ id: list.id })}
                    />
                    <Action
                      of={list}
                      label={PRESET_STRINGS.delete}
                      onPress={() => act(() => saved.remove(list))}
                    />
                  </div>
                </li>
              ),
            )}
          </ul>
        </details>
      )}
      {saysDone && <DoneNote done={saved.done.value} class="wide help done" />}
    </>
  );
}

const Action = ({ of, label, onPress }: { of: SavedList; label: string; onPress(): void }) => (
  <button type="button" class="small" aria-describedby={`list-${of.id}`} onClick={onPress}>
    {label}
  </button>
);
