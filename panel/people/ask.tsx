import { PEOPLE_STRINGS as STRINGS } from '../../strings/people';
import type { Asked, PeopleContext } from './context';
import { Buttons, Dialog } from './dialog';
import { type AskingPress, actionOf } from './offers';
import { OverlayForm } from './overlay-form';
import { TonesForm } from './tones-form';
import { TransferForm } from './transfer-form';

const FORMS = { tones: TonesForm, transfer: TransferForm, overlay: OverlayForm };

/** Asks for what a press needs, or whether it is meant. Escape and Cancel mean no. */
export function Ask({ context, asked }: { context: PeopleContext; asked: Asked }) {
  const { people } = context;
  const { press, uuid, name } = asked;
  const close = () => {
    context.asked.value = undefined;
  };
  if (press !== 'disconnectAll' && !people.people.value?.has(uuid)) {
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
  const Form = FORMS[press];
  return (
    <Dialog title={titleOf(press, name)} onClose={close}>
      <Form context={context} uuid={uuid} onClose={close} />
    </Dialog>
  );
}

function titleOf(press: AskingPress, name: string): string {
  if (press === 'remove') return STRINGS.removeQuestion(name);
  return press === 'disconnectAll' ? STRINGS.everyoneQuestion : STRINGS.names[press](name);
}
