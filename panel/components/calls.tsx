import type { PanelStore } from '../store';
import { WORDS } from '../words';
import { CallRow } from './call-row';

/** Every call of the chosen meeting, newest first, which is the order that the peer keeps. */
export function Calls({ store }: { store: PanelStore }) {
  const calls = store.meeting.value?.calls ?? [];
  return (
    <section class="calls">
      <h2>{WORDS.calls}</h2>
      <ul aria-label={WORDS.calls}>
        {calls.map((call) => (
          <CallRow key={call.id} store={store} call={call} />
        ))}
      </ul>
      {calls.length === 0 && (
        <div class="empty">
          <p>{WORDS.noCalls}</p>
          <p>{WORDS.noCallsHint}</p>
        </div>
      )}
    </section>
  );
}
