import { PROTOCOLS, ROLES } from '../../protocol/dial-fields';
import { DETECT_STRINGS } from '../../strings/detect';
import { DestinationHint } from '../request/destination-hint';
import { onOwnLines } from '../request/detect/own-lines';
import type { PanelContext } from '../state/context';
import { openInMany } from '../state/open-in-many';
import { HINT_ID } from './ids';

/** What Destination would dial. Several addresses can be dialed in *Many*. */
export function DialHint({ context }: { context: PanelContext }) {
  const { form, guard, settings } = context.store;
  const isSeveral = form.detection.found.value?.notes.includes('one-at-a-time') && !form.isExact.value;
  const toMany = isSeveral && (
    <button
      type="button"
      class="plain"
      onClick={() => {
        const { destination, protocol, role } = form.typed.peek();
        context.openedWith.value = {
          protocol: PROTOCOLS.find((each) => each === protocol),
          role: ROLES.find((each) => each === role),
        };
        openInMany(onOwnLines(destination), context);
      }}
    >
      {DETECT_STRINGS.openInMany}
    </button>
  );
  // The error takes the place of the text, and not of the way on.
  if (form.errors.value.destination) return toMany ? <div class="destination-hint">{toMany}</div> : null;
  return (
    <DestinationHint
      form={form}
      id={HINT_ID}
      refusalOf={guard.refusal}
      offer={{ settings, openOptions: context.openOptions }}
    >
      {toMany}
    </DestinationHint>
  );
}
