import { unreadLabel, unreadOf } from '../../protocol/unread';
import { STRINGS } from '../../strings/panel';
import { type PanelContext, TABS } from '../state/context';
import type { PanelStore } from '../state/store';
import { TabList } from './tab-list';

/** The tabs of the panel, with what is new behind them. */
export function Tabs({ context: { tab, store } }: { context: PanelContext }) {
  return (
    <TabList
      label={STRINGS.views}
      names={TABS}
      labels={STRINGS.tabs}
      selected={tab}
      mark={(name) => name === 'chat' && <Unread store={store} />}
    />
  );
}

/** How much is unread. Its room is kept while nothing is, so that no tab moves under the pointer. */
function Unread({ store }: { store: PanelStore }) {
  const meeting = store.meeting.value;
  const unread = meeting ? unreadOf(meeting) : 0;
  const label = unreadLabel(unread);
  if (label === '') return <span class="count" />;
  return (
    <span
      class="count"
      role="img"
      aria-label={label === String(unread) ? STRINGS.unread(Number(unread)) : STRINGS.someUnread}
    >
      {label}
    </span>
  );
}
