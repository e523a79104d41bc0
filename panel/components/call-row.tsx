import type { Call } from '../../protocol/meeting';
import { nameOf, viewCall } from '../call-view';
import type { PanelStore } from '../store';
import { WORDS } from '../words';
import { Glyph } from './glyph';
import { Notice } from './notice';

/** One call: where to, how far, for how long, and what can be done about it. */
export function CallRow({ store, call }: { store: PanelStore; call: Call }) {
  const { look, label, elapsed } = viewCall(call, store.clock.value);
  const name = nameOf(call);
  const destinationId = `call-${call.id}`;
  const noticeId = `${destinationId}-notice`;
  return (
    <li class={`call call-${look}`}>
      <Glyph of={look} />
      <div class="line">
        <div class="whom">
          <span class="destination" id={destinationId}>
            {call.request.destination}
          </span>
          {name && <span class="name">{name}</span>}
        </div>
        <div class="progress">
          <span class="state">{label}</span>
          {elapsed && <span class="elapsed">{elapsed}</span>}
        </div>
      </div>
      {look === 'failed' && (
        <div class="actions">
          <button
            type="button"
            aria-describedby={`${destinationId} ${noticeId}`}
            onClick={() => store.dialAgain(call)}
          >
            {WORDS.dialAgain}
          </button>
          <Notice store={store} at={call.id} id={noticeId} />
        </div>
      )}
    </li>
  );
}
