import { effect, signal as newSignal, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import type { PeerConnection } from '../../protocol/panel';
import type { StartSimulator } from '../../protocol/simulator';
import { controlId } from '../request/field';
import type { SiteServices } from '../state/site-services';
import { App } from './app';
import './panel.css';
import '../dial/dial.css';
import type { SiteAccess } from '../../settings/sites/access';
import type { PanelStorage } from '../../settings/storage/area';
import { createLazyPresets } from '../presets/lazy-presets';
import { listenForPresetKeys } from '../presets/preset-keys';
import type { PanelParts, TabName } from '../state/context';
import { createStore } from '../state/store';

/** What the document around the panel brings along. */
export type PanelSurroundings = {
  /** Ends the panel, which then leaves no trace. */
  signal: AbortSignal;
  storage: PanelStorage;
  openOptions?: () => void;
  postToFrame?: PanelParts['postToFrame'];
  openHelp?: () => void;
  /** Absent where the browser cannot be asked for permission. */
  loadSiteAccess?: () => Promise<SiteAccess>;
  /** Calls its listener when the user asks, from anywhere in the browser, to type a destination, until `signal` aborts. */
  onDestinationAsked?: (listener: () => void, signal: AbortSignal) => void;
  /** Where the document may be put away: whether it is on screen. */
  isOnScreen?: ReadonlySignal<boolean>;
  /** Starts the plugin simulator on the page beside the panel. */
  startSimulator?: StartSimulator;
  /** Of the extension. */
  version?: string;
  siteServices?: SiteServices;
  /** What is shown first. */
  firstTab?: TabName;
  /** For tests. */
  now?: () => number;
};

/** Shows the panel in `root`, an element of an extension page (side panel or dock) or of a plain page. */
export function mountPanel(
  root: HTMLElement,
  connection: PeerConnection,
  {
    signal,
    storage,
    openOptions,
    postToFrame,
    version,
    startSimulator,
    siteServices,
    openHelp,
    loadSiteAccess,
    onDestinationAsked,
    isOnScreen = newSignal(true),
    firstTab = 'dial',
    now = Date.now,
  }: PanelSurroundings,
): void {
  if (signal.aborted) return;
  const store = createStore(connection, storage, now, signal);
  const presets = createLazyPresets(storage, store.settings.policy, signal);
  const tab = newSignal<TabName>(firstTab);
  const lines = newSignal('');
  const toDestination = () => {
    tab.value = 'dial';
    // Once the form is on screen again: what is hidden takes no focus.
    queueMicrotask(() => document.getElementById(controlId('destination'))?.focus());
  };
  const fillForm: PanelParts['fillForm'] = (request) => {
    store.form.fill(request);
    toDestination();
  };
  const parts: PanelParts = {
    store,
    presets,
    storage,
    tab,
    lines,
    connection,
    isOnScreen,
    signal,
    fillForm,
    postToFrame,
    version,
    startSimulator,
    siteServices,
    openOptions,
    openHelp,
    loadSiteAccess,
  };
  render(<App parts={parts} />, root);
  listenForPresetKeys(parts);
  showChatWhenOpened(parts);
  onDestinationAsked?.(toDestination, signal);
  void writeHistory(parts);
  signal.addEventListener('abort', () => render(null, root), { once: true });
}

/**
 * The meeting's Chat button, or whatever else turns its chat on, brings the chat to the front; but not from
 * under somebody who is typing here, whose words would go nowhere, or who watches what the button or a test says.
 */
function showChatWhenOpened({ store, tab, signal }: PanelParts): void {
  let known: string | undefined;
  const dispose = effect(() => {
    const meeting = store.meeting.value;
    const key = meeting && `${store.page.value} ${meeting.id}`;
    const isBusy = isTyping() || ['log', 'tests'].includes(tab.peek());
    if (meeting?.chat && known === key && !isBusy) tab.value = 'chat';
    // A chat that was on when the panel came is no reason to turn away from what it opened with.
    known = meeting?.chat ? undefined : key;
  });
  signal.addEventListener('abort', dispose, { once: true });
}

/** Whether somebody has begun to write in a field of this document and is still there. */
function isTyping(): boolean {
  const field = document.hasFocus() ? document.activeElement : null;
  if (field instanceof HTMLTextAreaElement) return field.value !== '';
  return field instanceof HTMLInputElement && field.type === 'text' && field.value !== '';
}

/** Begins with the first call: until then there is nothing to write, and no reason to load how. */
async function writeHistory({ store, storage, signal }: PanelParts): Promise<void> {
  await store.settings.loaded;
  const { meetings, settings } = store;
  await new Promise<void>((resolve) => {
    const dispose = effect(() => {
      if (meetings.value.some(({ calls }) => calls.length > 0)) resolve();
    });
    signal.addEventListener('abort', dispose, { once: true });
  });
  const { recordHistory } = await import('../history/recorder');
  if (!signal.aborted) recordHistory(meetings, settings.settings, storage, signal);
}
