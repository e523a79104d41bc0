import type { Call, Meeting } from '../../protocol/meeting';
import { STRINGS } from '../../strings/panel';
import { nameOf, viewCall } from '../state/call-view';
import type { PanelContext } from '../state/context';
import { Glyph } from '../state/glyph';
import { NoticeText } from '../state/notice';
import { useFocusWhenGone } from '../ui/use-focus-when-gone';
import { actionsOf, type CallAction } from './call-actions';

type Props = { context: PanelContext; meeting: Meeting; call: Call };

/** One call: where to, how far, for how long, and what can be done about it. */
export function CallRow({ context, meeting, call }: Props) {
  const { store } = context;
  const now = store.clock.value;
  const noAnswerAfterMs = store.noAnswerAfterMs.value;
  const { appearance, label, elapsed, hint } = viewCall(call, now, noAnswerAfterMs);
  const actions = actionsOf(call, meeting, now, noAnswerAfterMs);
  const noticeId = `call-${call.id}-notice`;
  const { row, keepFocus } = useFocusWhenGone();
  const act = (action: CallAction) => {
    keepFocus();
    store[action](call);
  };
  return (
    <li ref={row} id={`call-${call.id}`} class={`call call-${appearance}`} tabindex={-1}>
      <Glyph of={appearance} />
      <div class="line">
        <span class="destination">
          <Destination context={context} call={call} />
        </span>
        <div class="progress">
          <span class="state">{label}</span>
          {elapsed && <span class="elapsed">{elapsed}</span>}
        </div>
      </div>
      {hint && <p class="hint">{hint}</p>}
      {call.hangUp?.error !== undefined && <p class="error">{STRINGS.notHungUp(call.hangUp.error)}</p>}
      <div class="about">
        <Facts call={call} />
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            class={`small ${action === 'hangUp' ? 'on-hover' : ''}`}
            aria-label={STRINGS.aboutCall({
              action: STRINGS.actions[action],
              destination: call.request.destination,
            })}
            aria-describedby={noticeId}
            onClick={() => act(action)}
          >
            {STRINGS.actions[action]}
          </button>
        ))}
      </div>
      <NoticeText store={store} at={call.id} id={noticeId} />
    </li>
  );
}

/** Where to; of a call that has joined, the way to the person. */
function Destination({ context: { tab, person }, call }: Pick<Props, 'context' | 'call'>) {
  const { state, uuid, request } = call;
  const text = <bdi dir="ltr">{request.destination}</bdi>;
  if (state.name !== 'joined' || !uuid) return text;
  return (
    <button
      type="button"
      class="plain"
      aria-label={STRINGS.showPerson(request.destination)}
      onClick={() => {
        person.value = uuid;
        tab.value = 'people';
      }}
    >
      {text}
    </button>
  );
}

/** Who is called, and as what. */
function Facts({ call }: { call: Call }) {
  const name = nameOf(call);
  const { protocol, role } = call.request;
  return (
    <p class="facts">
      {name && (
        <span class="name">
          <bdi>{name}</bdi>
        </span>
      )}
      <span>{STRINGS.choices.protocol[protocol]}</span>
      <span>{STRINGS.choices.role[role]}</span>
    </p>
  );
}
