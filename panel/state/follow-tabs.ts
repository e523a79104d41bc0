import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SettingsStore } from '../../settings/settings-store';
import { TABS, type TabName } from '../../settings/tabs';

/** Which tabs there are; parts of the panel's context. */
export type FollowedTabs = {
  /** Those that are shown. */
  tabs: ReadonlySignal<readonly TabName[]>;
  /** Those that an administrator has not turned off. */
  possibleTabs: ReadonlySignal<readonly TabName[]>;
  /** The tab that was asked for last and is turned off by an administrator. */
  refusedTab: Signal<TabName | undefined>;
};

/**
 * Follows the tabs that the user and the administrator want, until `stop` aborts. A tab that the user has
 * turned off comes when a key or a button asks for it, and stays; one that the administrator has turned off
 * gives way to the first of the others.
 */
export function followTabs(
  tab: Signal<TabName>,
  { settings, policy, loaded }: SettingsStore,
  isOnPage: boolean | undefined,
  stop: AbortSignal,
): FollowedTabs {
  const name = isOnPage ? 'dockTabs' : 'tabs';
  const asked = signal<readonly TabName[]>([]);
  const refusedTab = signal<TabName>();
  const possibleTabs = computed(() => policy.value.settings[name] ?? TABS);
  const tabs = computed(() => {
    const wanted = [...settings.value[name], ...asked.value];
    return TABS.filter((each) => wanted.includes(each) && possibleTabs.value.includes(each));
  });
  const first = tab.peek();
  const begin = () => {
    const start = () => tabs.peek()[0] ?? first;
    if (tab.peek() === first && !tabs.peek().includes(first)) tab.value = start();
    let before = tab.peek();
    const dispose = effect(() => {
      const wanted = tab.value;
      const isAsked = wanted !== before;
      before = wanted;
      if (tabs.value.includes(wanted)) return;
      if (possibleTabs.value.includes(wanted)) asked.value = [...asked.peek(), wanted];
      else {
        // A policy that comes while its view is in front takes it away without a word.
        if (isAsked) refusedTab.value = wanted;
        tab.value = start();
      }
    });
    stop.addEventListener('abort', dispose, { once: true });
  };
  // What is off is known only then.
  void loaded.then(begin);
  return { tabs, possibleTabs, refusedTab };
}
