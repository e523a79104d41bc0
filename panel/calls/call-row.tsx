import { hasFeature } from '../../protocol/calls';
import type { Call, Meeting } from '../../protocol/meeting';
import { STRINGS } from '../../strings/panel';
import { partyNameOf, viewCall } from '../state/call-view';
import type { PanelContext } from '../state/context';
import { Glyph } from '../state/glyph';
import { NoticeText } from '../state/notice';
import { actionsOf, type CallAction } from './call-actions';

/**
 * A call in one line: who is called, state, duration and actions. Sentences about it are below it. It isn’t
 * a component, nor are its parts: those would take three times the memory (decision 0024).
 */
export function callRow(context: PanelContext, meeting: Meeting, call: Call) {
  const { store } = context;
  const now = store.clock.value;
  const noAnswerAfterMs = store.noAnswerAfterMs.value;
  const { appearance, label, elapsed, hint } = viewCall(call, now, noAnswerAfterMs);
  // The plugin reports what has become of it: until then nothing takes room that would be free again.
  const isAsked =
    label === STRINGS.unknown.reloaded &&
    (meeting.plugin.name === 'waiting' || hasFeature(meeting, 'call-status'));
  // A state without a time is a sentence, or else a word or two.
  const isSentence = !elapsed && !isAsked && (hint || 'why' in call.state);
  const noticeId = `call-${call.id}-notice`;
  const button = (action: CallAction) => {
    const text = STRINGS.actions[action];
    return (
      <button
        key={action}
        type="button"
        class="small"
        // The style sheet keeps room for what comes in its place, so that nothing beside it moves.
        data-room={STRINGS.actions[action === 'hangUp' ? 'dialAgain' : 'hangUp']}
        aria-label={STRINGS.aboutCall({ action: text, destination: call.request.destination })}
        aria-describedby={noticeId}
        onClick={() => store[action](call)}
      >
        {text}
      </button>
    );
  };
  // Not as a list, which would be a component.
  const [first, second] = actionsOf(call, meeting, now, noAnswerAfterMs).map(button);
  return (
    <li key={call.id} id={`call-${call.id}`} class={`call call-${appearance}`} tabindex={-1}>
      {Glyph({ of: appearance })}
      {who(context, call)}
      {/* A label takes the place of the one before, and does not push it. */}
      <span key={label} class={`state ${isSentence ? 'why' : ''}`} title={label}>
        {label}
      </span>
      {elapsed && <span class="elapsed">{elapsed}</span>}
      {first}
      {second}
      {hint && !isAsked && <p class="hint">{hint}</p>}
      {call.hangUp?.error !== undefined && <p class="error">{STRINGS.notHungUp(call.hangUp.error)}</p>}
      {NoticeText({ store, at: call.id, id: noticeId })}
    </li>
  );
}

/**
 * Who is called, and as what: the way to the person, once they have joined. What finds no room on the line
 * is in the title. A screen reader reads it, and it shows while the row has the focus of the keyboard or is
 * pressed.
 */
function who(context: PanelContext, call: Call) {
  const { request, state, uuid } = call;
  const facts = [STRINGS.choices.protocol[request.protocol], STRINGS.choices.role[request.role]].join(' · ');
  const name = partyNameOf(call);
  const destination = (
    <bdi dir="ltr" class="destination">
      {request.destination}
    </bdi>
  );
  return (
    <p class="who" title={[request.destination, name, facts].filter(Boolean).join(' · ')}>
      {uuid && state.name === 'joined' ? (
        <button
          type="button"
          class="plain"
          aria-label={STRINGS.showPerson(request.destination)}
          onClick={() => {
            context.person.value = uuid;
            context.tab.value = 'people';
          }}
        >
          {destination}
        </button>
      ) : (
        destination
      )}
      {name && <bdi class="name">{name}</bdi>}
      <span class="facts">{facts}</span>
    </p>
  );
}
