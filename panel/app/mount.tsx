import '../ui/styles';
import './panel.css';
import { signal as newSignal } from '@preact/signals';
import { render } from 'preact';
import type { PeerConnection } from '../../protocol/panel';
import type { TabName } from '../../settings/tabs';
import { controlId } from '../request/field';
import type { DIAL_VIEWS, PanelContext, PanelEnvironment, TESTING_VIEWS } from '../state/context';
import { followAppearance } from '../state/follow-appearance';
import { followTabs } from '../state/follow-tabs';
import { createLazyPresets } from '../state/lazy-presets';
import { createStore } from '../state/store';
import { App } from './app';
import { LazyPresets } from './dial-out';
import { showWhenOpened } from './show-when-opened';

/** Shows the panel in `root`, an element of an extension page (side panel or dock) or of a plain page. */
export function mountPanel(
  root: HTMLElement,
  connection: PeerConnection,
  environment: PanelEnvironment,
  firstTab: TabName = 'dial-out',
): void {
  const { signal, storage } = environment;
  if (signal.aborted) return;
  const store = createStore(connection, storage, Date.now, signal);
  followAppearance(store.settings, signal);
  const tab = newSignal(firstTab);
  const dialView = newSignal<(typeof DIAL_VIEWS)[number]>('one');
  const toDestination = () => {
    tab.value = 'dial-out';
    dialView.value = 'one';
    // Once the form is on screen again: what is hidden takes no focus.
    queueMicrotask(() => document.getElementById(controlId('destination'))?.focus());
  };
  const context: PanelContext = {
    isOnScreen: newSignal(true),
    ...environment,
    connection,
    store,
    presets: createLazyPresets(storage, store.settings, LazyPresets.preload, signal),
    tab,
    ...followTabs(tab, store.settings, environment.isOnPage, signal),
    person: newSignal<string | undefined>(),
    isShutOut: newSignal(false),
    dialView,
    testingView: newSignal<(typeof TESTING_VIEWS)[number]>('log'),
    isSettled: newSignal(false),
    newPreset: newSignal<PanelContext['newPreset']['value']>(),
    lines: newSignal(''),
    replacedLines: newSignal<string | undefined>(),
    openedWith: newSignal<PanelContext['openedWith']['value']>(),
    fillForm(request) {
      store.form.fill(request);
      toDestination();
    },
  };
  render(<App context={context} />, root);
  const pastes: string[] = [];
  // What puts lines into a list is not loaded yet, and is given them later.
  root.onpaste = ({ clipboardData }) => {
    pastes.push(clipboardData?.getData('text') ?? '');
  };
  showWhenOpened(context, 'participants', 'people');
  showWhenOpened(context, 'chat', 'chat');
  environment.onDestinationAsked?.(toDestination, signal);
  void import('./after-mount').then((module) => module.afterMount(root, context, pastes), console.error);
  signal.addEventListener('abort', () => render(null, root), { once: true });
}
