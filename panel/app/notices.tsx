import { NOTICE_STRINGS as STRINGS } from '../../strings/notices';
import { STRINGS as PANEL_STRINGS } from '../../strings/panel';
import type { PanelContext } from '../state/context';
import { OptionsLink } from '../state/options-link';
import { Interrupted, type Interruptions } from './interrupted';

type Props = { context: PanelContext; interrupted: Interruptions };

/** What the user should know of the panel itself. */
export function Notices({ context, interrupted }: Props) {
  const { store, refusedTab } = context;
  return (
    <>
      <Interrupted context={context} left={interrupted} />
      {store.settings.quarantined.value.length > 0 && (
        <p class="quarantined" role="alert">
          {STRINGS.quarantined} <OptionsLink context={context} page="damaged" />
        </p>
      )}
      {refusedTab.value && (
        <p class="quarantined" role="alert">
          {STRINGS.tabOff(PANEL_STRINGS.tabs[refusedTab.value])}{' '}
          <button
            type="button"
            class="plain"
            onClick={() => {
              refusedTab.value = undefined;
            }}
          >
            {STRINGS.hide}
          </button>
        </p>
      )}
    </>
  );
}
