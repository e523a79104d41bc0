import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { loadKeyOf } from './admission';
import type { PeopleContext } from './context';

type Props = { context: PeopleContext; ids: readonly string[] };

/** Admits everybody who waits. While some are still to be asked for, it says how many, and can be stopped. */
export function AdmitAll({ context: { admission, meeting }, ids }: Props) {
  const left = admission.value?.ids.length ?? 0;
  return (
    <>
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
      <button
        type="button"
        class="small"
        onClick={() => {
          admission.value = { load: loadKeyOf(meeting), ids };
        }}
      >
        {STRINGS.admitAll}
      </button>
    </>
  );
}
