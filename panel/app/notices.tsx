import { NOTICE_STRINGS as STRINGS } from '../../strings/notices';
import { STRINGS as PANEL_STRINGS } from '../../strings/panel';
import type { PanelContext } from '../state/context';

/** What the user should know of the panel itself. */
export function Notices({ context: { store, openOptions, refusedTab } }: { context: PanelContext }) {
  return (
    <>
      {store.settings.quarantined.value.length > 0 && (
        <p class="quarantined" role="alert">
          {STRINGS.quarantined}{' '}
          {openOptions && (
            <button type="button" class="plain" onClick={() => openOptions('damaged')}>
              {STRINGS.openOptions}
            </button>
          )}
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
