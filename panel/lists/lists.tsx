import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { createListsStore } from '../../settings/lists/lists-store';
import { LIST_STRINGS } from '../../strings/lists';
import type { PanelContext } from '../state/context';
import { ListForm } from './list-form';
import { ListRunView } from './list-run';
import { PastedNotice } from './pasted-notice';
import { useDialList } from './use-dial-list';
import './lists.css';

/** Many destinations, dialed one after the other or some at a time. */
export function Lists({ context }: { context: PanelContext }) {
  const saved = useMemo(() => createListsStore(context.storage, context.store.settings, context.signal), []);
  const section = useRef<HTMLElement>(null);
  const { run, isAside, putAside, bringBack, forgetAside, dial, dialFailed } = useDialList(context, () =>
    showTop(section.current),
  );
  const isPasted = context.replacedLines.value !== undefined;
  const isShown = context.dialView.value === 'many';
  // Lines that are pasted while results are shown, or a list that was interrupted, are the next list. Until
  // they are edited or dialed, the other can be brought back.
  useEffect(() => {
    const state = run?.state.peek();
    if (isPasted && (state === 'done' || state === 'interrupted')) putAside();
    // They were pasted into a field that is out of sight now.
    else if (isPasted && isShown && section.current) followPaste(section.current);
  }, [isPasted, isShown, run]);
  useLayoutEffect(() => {
    if (!isPasted || !run) forgetAside();
  }, [isPasted]);
  const isNewAsked = useRef(false);
  useLayoutEffect(() => {
    // In the place of the button that was pressed.
    if (isNewAsked.current) section.current?.querySelector('textarea')?.focus();
    isNewAsked.current = false;
  }, [run]);
  const toNext = () => {
    isNewAsked.current = true;
    putAside();
  };
  return (
    <section class="lists" ref={section}>
      {run ? (
        <>
          <PastedNotice context={context} onUndo={bringBack} />
          <ListRunView context={context} run={run} onNew={toNext} onAgain={dialFailed} />
        </>
      ) : (
        <>
          {isAside && !isPasted && (
            <p class="help done" role="status">
              {LIST_STRINGS.closed}{' '}
              <button type="button" class="plain" onClick={bringBack}>
                {LIST_STRINGS.undo}
              </button>
            </p>
          )}
          <ListForm context={context} saved={saved} onDial={dial} onUndo={bringBack} />
        </>
      )}
    </section>
  );
}

/** What comes in the place of a long form or of long results begins at their top. */
function showTop(section: HTMLElement | null): void {
  if (section && section.getBoundingClientRect().top < 0) section.scrollIntoView();
}

/** Takes the focus along to the lines, unless it is somewhere that can be seen. */
function followPaste(section: HTMLElement): void {
  const { activeElement } = document;
  if (activeElement !== document.body && !activeElement?.closest('[hidden]')) return;
  const place = section.querySelector('textarea') ?? section;
  if (place === section) section.tabIndex = -1;
  place.focus();
}
