import { EXAMPLE_STRINGS } from '../../strings/example';
import { controlId } from '../request/field';
import type { PanelContext } from '../state/context';

/** The demo meeting has somebody of this address. */
const EXAMPLE = 'alice@example.com';

/** Meetings that run on this device, as the demo meeting does. */
const HERE = ['localhost', '127.0.0.1'];

/**
 * Says that there are no calls yet, and how a first one is placed. In the demo meeting the example can be put
 * into the form, and is not dialed.
 */
export function Example({ context: { store, dialView } }: { context: PanelContext }) {
  const origin = store.meeting.value?.origin ?? '';
  const isHere = URL.canParse(origin) && HERE.includes(new URL(origin).hostname);
  const [before, after] = EXAMPLE_STRINGS.hint(EXAMPLE).split(EXAMPLE);
  const fill = () => {
    store.form.edit('destination', EXAMPLE);
    dialView.value = 'one';
    // Once the form is on screen again: what is hidden takes no focus.
    queueMicrotask(() => document.getElementById(controlId('destination'))?.focus());
  };
  return (
    <>
      <p>{EXAMPLE_STRINGS.none}</p>
      <p>
        {before}
        {isHere ? (
          <button type="button" class="plain" dir="ltr" onClick={fill}>
            {EXAMPLE}
          </button>
        ) : (
          EXAMPLE
        )}
        {after}
      </p>
    </>
  );
}
