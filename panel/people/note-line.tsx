import { PEOPLE_STRINGS } from '../../strings/people';
import type { PeopleContext } from './context';
import { type ActionNote, noteText } from './notes';

/** What became of what was pressed. A refusal stays until it was read. */
export function NoteLine({
  context,
  note,
  name,
}: {
  context: PeopleContext;
  note: ActionNote;
  name?: string;
}) {
  const isUnderWay = note.kind === 'under-way';
  return (
    <p class={`person-note ${isUnderWay ? 'help' : 'error'}`}>
      <span>{noteText(note)}</span>
      {!isUnderWay && (
        <button
          type="button"
          class="plain"
          aria-label={name === undefined ? undefined : PEOPLE_STRINGS.dismissFor(name)}
          onClick={() => context.people.dismiss(note)}
        >
          {PEOPLE_STRINGS.dismiss}
        </button>
      )}
    </p>
  );
}
