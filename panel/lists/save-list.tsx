import { useState } from 'preact/hooks';
import type { PanelStorage } from '../../settings/storage/area';
import { LIST_STRINGS } from '../../strings/lists';
import { NameField } from '../ui/name-field';

type Props = {
  storage: PanelStorage;
  /** Says what is missing, and returns whether there is something to save. */
  check(): boolean;
  onName(name: string): void;
};

/** Saves a list, once it has a name. */
export function SaveList({ storage, check, onName }: Props) {
  const [isNaming, setNaming] = useState(false);
  if (!isNaming)
    return (
      <button type="button" class="save" onClick={() => setNaming(check())}>
        {LIST_STRINGS.saveList}
      </button>
    );
  return (
    <NameField
      id="list-name"
      label={LIST_STRINGS.listName}
      save={LIST_STRINGS.saveList}
      suggestion=""
      storage={storage}
      onCancel={() => setNaming(false)}
      onName={(name) => {
        onName(name);
        setNaming(false);
      }}
    />
  );
}
