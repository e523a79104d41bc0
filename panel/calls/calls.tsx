import { useState } from 'preact/hooks';
import { STRINGS } from '../../strings/panel';
import type { PanelContext } from '../state/context';
import { takesTurns } from './call-actions';
import type { ShowsCall } from './group';
import './calls.css';
import './calls-summary.css';
import { lazy } from '../ui/lazy';
import { callRow } from './call-row';

const Example = lazy(() => import('./example').then((module) => module.Example));
const Turns = lazy(() => import('./turns').then((module) => module.Turns));
const CallsSummary = lazy(() => import('./calls-summary').then((module) => module.CallsSummary));

/** Every call of the chosen meeting, newest first, which is the order that the peer keeps. */
export function Calls({ context }: { context: PanelContext }) {
  const { store } = context;
  const meeting = store.meeting.value;
  const [isShown, setShown] = useState<ShowsCall>(() => () => true);
  if (!meeting) return null;
  const { calls } = meeting;
  return (
    <section class="calls">
      <h2>{STRINGS.calls}</h2>
      {takesTurns(meeting) && <Turns store={store} />}
      {calls.length > 0 && (
        // Its room is there before its code is.
        <div key={meeting.id} class="calls-summary">
          <CallsSummary context={context} calls={calls} onChoose={(shows) => setShown(() => shows)} />
        </div>
      )}
      <ul aria-label={STRINGS.calls}>
        {calls.filter(isShown).map((call) => callRow(context, meeting, call))}
      </ul>
      {calls.length === 0 && (
        <div class="empty">
          <Example context={context} />
        </div>
      )}
    </section>
  );
}
