import type { Call, Meeting } from '../../protocol/meeting';
import { STRINGS } from '../../strings/panel';
import { nameOf, viewCall } from '../state/call-view';
import type { PanelContext } from '../state/context';
import { Glyph } from '../state/glyph';
import { NoticeText } from '../state/notice';
import { actionsOf } from './call-actions';

type Props = { context: PanelContext; meeting: Meeting; call: Call };

/** A call: destination, state, duration and actions. */
export function CallRow({ context, meeting, call }: Props) {
  const { store } = context;
  const now = store.clock.value;
  const noAnswerAfterMs = store.noAnswerAfterMs.value;
  const { appearance, label, elapsed, hint } = viewCall(call, now, noAnswerAfterMs);
  const actions = actionsOf(call, meeting, now, noAnswerAfterMs);
  const noticeId = `call-${call.id}-notice`;
  return (
    <li id={`call-${call.id}`} class={`call call-${appearance}`} tabindex={-1}>
      <Glyph of={appearance} />
      <Who context={context} call={call} />
      {/* A label takes the place of the one before, and does not push it. */}
      <div key={label} class="progress">
        <span class="state">{label}</span>
        {elapsed && <span class="elapsed">{elapsed}</span>}
      </div>
      {actions.map((action) => (
        <button
          key={action}
          type="button"
          class="small"
          // The style sheet keeps room for what comes in its place, so that nothing beside it moves.
          data-room={STRINGS.actions[action === 'hangUp' ? 'dialAgain' : 'hangUp']}
          aria-label={STRINGS.aboutCall({
            action: STRINGS.actions[action],
            destination: call.request.destination,
          })}
          aria-describedby={noticeId}
          onClick={() => store[action](call)}
        >
          {STRINGS.actions[action]}
        </button>
      ))}
      {hint && <p class="hint">{hint}</p>}
      {call.hangUp?.error !== undefined && <p class="error">{STRINGS.notHungUp(call.hangUp.error)}</p>}
      <NoticeText store={store} at={call.id} id={noticeId} />
    </li>
  );
}

/**
 * Who is called, and as what: the way to the person, once they have joined. What finds no room on the line
 * can be pointed at.
 */
function Who({ context: { tab, person }, call }: Pick<Props, 'context' | 'call'>) {
  const { request, state, uuid } = call;
  const facts = [STRINGS.choices.protocol[request.protocol], STRINGS.choices.role[request.role]];
  const name = nameOf(call);
  const destination = (
    <bdi dir="ltr" class="destination">
      {request.destination}
    </bdi>
  );
  return (
    <p class="who" title={[request.destination, name, ...facts].filter(Boolean).join(' · ')}>
      {state.name === 'joined' && uuid ? (
        <button
          type="button"
          class="plain destination"
          aria-label={STRINGS.showPerson(request.destination)}
          onClick={() => {
            person.value = uuid;
            tab.value = 'people';
          }}
        >
          {destination}
        </button>
      ) : (
        destination
      )}
      <span class="facts">
        {name && <bdi class="name">{name}</bdi>}
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
    </p>
  );
}
