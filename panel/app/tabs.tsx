import type { ComponentChildren, TargetedEvent } from 'preact';
import { unreadLabel, unreadOf } from '../../protocol/unread';
import { STRINGS } from '../../strings/panel';
import { type PanelContext, TABS, type TabName } from '../state/context';
import type { PanelStore } from '../state/store';

const tabId = (name: TabName) => `tab-${name}`;
const viewId = (name: TabName) => `view-${name}`;

/** The tabs. Arrow keys move between them, as in every tab list. */
export function Tabs({ context: { tab, store } }: { context: PanelContext }) {
  const move = (event: TargetedEvent<HTMLDivElement, KeyboardEvent>) => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const steps: Record<string, number> = {
      ArrowRight: isRightToLeft ? -1 : 1,
      ArrowLeft: isRightToLeft ? 1 : -1,
    };
    const at = TABS.indexOf(tab.value);
    const to = { Home: 0, End: TABS.length - 1 }[event.key] ?? at + (steps[event.key] ?? 0);
    const next = TABS[(to + TABS.length) % TABS.length];
    if (!next || next === tab.value) return;
    event.preventDefault();
    tab.value = next;
    document.getElementById(tabId(next))?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={STRINGS.views} onKeyDown={move}>
      {TABS.map((name) => (
        <button
          key={name}
          id={tabId(name)}
          type="button"
          role="tab"
          aria-selected={tab.value === name}
          aria-controls={viewId(name)}
          tabindex={tab.value === name ? 0 : -1}
          onClick={() => {
            tab.value = name;
          }}
        >
          {STRINGS.tabs[name]}
          {name === 'chat' && <Unread store={store} />}
        </button>
      ))}
    </div>
  );
}

/** How much is unread, where anything is. */
function Unread({ store }: { store: PanelStore }) {
  const meeting = store.meeting.value;
  const unread = meeting ? unreadOf(meeting) : 0;
  const label = unreadLabel(unread);
  return label === '' ? null : (
    <span
      class="count"
      role="img"
      aria-label={label === String(unread) ? STRINGS.unread(Number(unread)) : STRINGS.someUnread}
    >
      {label}
    </span>
  );
}

type ViewProps = { context: PanelContext; name: TabName; children: ComponentChildren };

/** What stands behind a tab. It stays as it is while another one is shown. */
export function View({ context: { tab }, name, children }: ViewProps) {
  return (
    <div id={viewId(name)} role="tabpanel" aria-labelledby={tabId(name)} hidden={tab.value !== name}>
      {children}
    </div>
  );
}
