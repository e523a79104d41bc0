import { LIST_STRINGS } from '../../strings/lists';
import type { PanelEnvironment } from '../state/context';
import { type Naming, readNaming } from '../state/naming';
import { useRemembered } from '../state/use-remembered';
import { NameField } from '../ui/name-field';

type Props = {
  context: Pick<PanelEnvironment, 'loadMemory' | 'signal' | 'storage'>;
  /** Says what is missing, and returns whether there is something to save. */
  check(): boolean;
  onName(name: string): void;
};

/** Saves a list, once it has a name. */
export function SaveList({ context, check, onName }: Props) {
  const naming = useRemembered<Naming | undefined>(context, 'list-name', undefined, readNaming);
  const set = (next: Naming | undefined) => {
    naming.value = next;
  };
  if (!naming.value)
    return (
      <button type="button" class="save" onClick={() => set(check() ? {} : undefined)}>
        {LIST_STRINGS.saveList}
      </button>
    );
  return (
    <NameField
      id="list-name"
      label={LIST_STRINGS.listName}
      save={LIST_STRINGS.saveList}
      suggestion=""
      typed={naming.value.typed}
      storage={context.storage}
      onType={(typed) => set({ typed })}
      onCancel={() => set(undefined)}
      onName={(name) => {
        onName(name);
        set(undefined);
      }}
    />
  );
}
