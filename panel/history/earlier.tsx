import { HISTORY_STRINGS } from '../../strings/history';
import type { PanelContext } from '../state/context';
import { keptYes } from '../state/remember';
import { useRemembered } from '../state/use-remembered';
import { History } from './history';

/** The history, folded away below the calls. */
export function Earlier({ context }: { context: PanelContext }) {
  const isOpen = useRemembered(context, 'earlier', false, keptYes);
  return (
    <details
      class="earlier"
      open={isOpen.value}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{HISTORY_STRINGS.earlier}</summary>
      {isOpen.value && <History context={context} />}
    </details>
  );
}
