import { useEffect, useRef, useState } from 'preact/hooks';
import { SITE_STRINGS } from '../../strings/site';
import type { PanelStore } from '../state/store';
import type { Returned, TabReturn } from '../state/tab-return';

/** Stands for a meeting whose page was loaded again, where the user has to let the extension in. */
export function Reloaded({ store, tabReturn }: { store: PanelStore; tabReturn: TabReturn }) {
  const [failure, setFailure] = useState<Exclude<Returned, 'back'>>();
  const isPressed = useRef(false);
  useEffect(
    () => () => {
      // The browser's question, and then the end of the button, take the focus away.
      if (isPressed.current) setTimeout(focusTab);
    },
    [],
  );
  const comeBack = async () => {
    isPressed.current = true;
    const returned = await tabReturn.comeBack();
    if (returned === 'back') return;
    setFailure(returned);
    store.announce(SITE_STRINGS.returned[returned]);
  };
  return (
    <>
      <p class="site-notice">
        <button type="button" onClick={() => void comeBack()} aria-describedby="continue-help">
          {SITE_STRINGS.continue}
        </button>
        <span id="continue-help">{SITE_STRINGS.continueHelp}</span>
      </p>
      {failure && <p class="site-notice error">{SITE_STRINGS.returned[failure]}</p>}
    </>
  );
}

function focusTab(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('.tabs [aria-selected="true"]')?.focus();
}
