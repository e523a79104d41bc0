import { DETECT_STRINGS } from '../../strings/detect';
import { DestinationHint } from '../request/destination-hint';
import type { PanelContext } from '../state/context';
import { openInMany } from '../state/open-in-many';
import { HINT_ID } from './ids';

/** What Destination would dial. Several addresses can be dialed in *Many*. */
export function DialHint({ context }: { context: PanelContext }) {
  const { form, guard, settings } = context.store;
  const isSeveral = form.detection.found.value?.notes.includes('one-at-a-time') && !form.isExact.value;
  return (
    <DestinationHint
      form={form}
      id={HINT_ID}
      refusalOf={guard.refusal}
      offer={{ settings, openOptions: context.openOptions }}
    >
      {isSeveral && (
        <button
          type="button"
          class="plain"
          onClick={() => openInMany(form.typed.peek().destination, context)}
        >
          {DETECT_STRINGS.openInMany}
        </button>
      )}
    </DestinationHint>
  );
}
