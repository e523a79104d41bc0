import { useLayoutEffect, useRef } from 'preact/hooks';
import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import { type Asked, type Typed, whereOf } from './asked';
import type { PeopleContext } from './context';
import { Buttons, Dialog } from './dialog';
import { type AskingPress, actionOf } from './offers';
import { OverlayForm } from './overlay-form';
import { TonesForm } from './tones-form';
import { TransferForm } from './transfer-form';

const FORMS = { tones: TonesForm, transfer: TransferForm, overlay: OverlayForm };

/** Asks for what a press needs, or whether it is meant. Escape and Cancel mean no. */
export function Ask({ context, asked }: { context: PeopleContext; asked: Asked }) {
  const { people, meeting } = context;
  const { press, uuid, name, where, typed = {} } = asked;
  const close = () => {
    context.asked.value = undefined;
  };
  const isThere = press === 'disconnectAll' || !!people.people.value?.has(uuid);
  // What the panel before has left waits for the meeting and for the person that it is about.
  const isBegun = useRef(false);
  isBegun.current ||= isThere && where === whereOf(meeting);
  useLayoutEffect(
    () => () => {
      // Only what was typed is worth coming back.
      if (!context.asked.peek()?.typed) close();
    },
    [],
  );
  if (!isBegun.current) return null;
  if (!isThere) {
    return (
      <Dialog title={STRINGS.gone(name)} onClose={close}>
        <form method="dialog">
          <button type="submit">{STRINGS.close}</button>
        </form>
      </Dialog>
    );
  }
  if (press === 'remove' || press === 'disconnectAll') {
    return (
      <Dialog title={titleOf(press, name)} onClose={close}>
        {press === 'disconnectAll' && <p class="help">{STRINGS.everyoneHelp}</p>}
        <form
          class="person-form"
          onSubmit={(event) => {
            event.preventDefault();
            people.act(actionOf(press, uuid));
            close();
          }}
        >
          <Buttons label={press === 'remove' ? STRINGS.labels.remove : STRINGS.disconnect} onClose={close} />
        </form>
      </Dialog>
    );
  }
  const type = (part: Typed) => {
    context.asked.value = { ...asked, typed: { ...context.asked.peek()?.typed, ...part } };
  };
  const Form = FORMS[press];
  return (
    <Dialog title={titleOf(press, name)} onClose={close}>
      <Form context={context} uuid={uuid} typed={typed} onType={type} onClose={close} />
    </Dialog>
  );
}

function titleOf(press: AskingPress, name: string): string {
  if (press === 'remove') return STRINGS.removeQuestion(name);
  return press === 'disconnectAll' ? STRINGS.everyoneQuestion : STRINGS.names[press](name);
}
