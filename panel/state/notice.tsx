import type { PanelStore } from './store';

/** Why a press did nothing, beside the button that was pressed. */
export function NoticeText({ store, at, id }: { store: PanelStore; at: string; id: string }) {
  const notice = store.notice.value;
  // It is always there, so that the button that it describes never points at nothing.
  return (
    <p class="error" id={id}>
      {notice?.at === at ? notice.text : null}
    </p>
  );
}
