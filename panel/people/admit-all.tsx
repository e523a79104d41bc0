import { useRef } from 'preact/hooks';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { loadKeyOf } from './admission';
import type { PeopleContext } from './context';

type Props = { context: PeopleContext; ids: readonly string[] };

/** Admits everybody who waits. */
export function AdmitAll({ context: { admission, meeting }, ids }: Props) {
  return (
    <button
      type="button"
      class="small"
      disabled={ids.length === 0}
      onClick={() => {
        admission.value = { load: loadKeyOf(meeting), ids };
      }}
    >
      {STRINGS.admitAll}
    </button>
  );
}

/**
 * While some are still to be asked for, how many, and how to stop. On a line of its own: *Admit all* stays
 * under the pointer that has pressed it. The line keeps its room for as long as its going could bring
 * something else under the pointer.
 */
export function Admitting({
  context: { admission },
  hasRoom: keepsRoom,
}: Pick<Props, 'context'> & { hasRoom: boolean }) {
  const left = admission.value?.ids.length ?? 0;
  const hasRoom = useRef(left > 0);
  if (!keepsRoom || left > 0) hasRoom.current = left > 0;
  if (!hasRoom.current) return null;
  return (
    <p class="admitting">
      {left > 0 && (
        <>
          <span class="people-count">{STRINGS.stillToAdmit(left)}</span>
          <button
            type="button"
            class="small"
            onClick={() => {
              admission.value = undefined;
            }}
          >
            {STRINGS.stopAdmitting}
          </button>
        </>
      )}
    </p>
  );
}
