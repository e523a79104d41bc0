import { unreadOf } from '../../protocol/unread';
import { STRINGS } from '../../strings/panel';
import type { PanelContext } from '../state/context';
import type { PanelStore } from '../state/store';
import { CountBadge, UnreadBadge } from '../state/unread-badge';
import { TabList } from './tab-list';

/** The tabs of the panel, with what is new behind them. */
export function Tabs({ context: { tab, tabs, store } }: { context: PanelContext }) {
  return (
    <TabList
      label={STRINGS.views}
      names={tabs.value}
      labels={STRINGS.tabs}
      selected={tab}
      mark={(name) =>
        name === 'chat' ? (
          <Unread store={store} />
        ) : (
          name === 'people' && <Asking store={store} isShown={tab.value === name} />
        )
      }
    />
  );
}

/** How many people there are, and a mark where some of them ask for something and nobody looks. */
function Asking({ store, isShown }: { store: PanelStore; isShown: boolean }) {
  const { total, waiting, raised } = store.meeting.value?.people ?? { total: 0, waiting: 0, raised: 0 };
  const asking = isShown ? 0 : waiting + raised;
  return (
    <>
      <span class={total > 99 ? 'total many' : 'total'}>{total > 0 && ` ${total}`}</span>
      <CountBadge count={asking} says={STRINGS.asking(asking)} />
    </>
  );
}

/** How much is unread. Its room is kept while nothing is, so that no tab moves under the pointer. */
const Unread = ({ store }: { store: PanelStore }) => (
  <UnreadBadge unread={store.meeting.value && unreadOf(store.meeting.value)} />
);
