import type { Runtime } from 'webextension-polyfill';
import {
  isTrace,
  type PeerConnection,
  type PeerMessages,
  type PeerPeople,
  type PeerState,
  parsePeerMessages,
  parsePeerPeople,
  parsePeerState,
} from '../protocol/panel';
import type { PanelRequest } from '../protocol/panel-requests';
import { browser } from './browser';
import { isRuntimeMessage, PANEL_PORT } from './runtime-messages';

/**
 * Connects a panel to the peer of the tab in front, and follows: to another tab, to a peer that has just
 * been injected, and away from one whose page was left. No polling and no background in between.
 */
export function connectToFrontTab(signal: AbortSignal): PeerConnection {
  let listener: (state: PeerState | undefined) => void = () => {};
  let onMessages: (messages: PeerMessages) => void = () => {};
  let onPeople: (people: PeerPeople) => void = () => {};
  const onTrace = new Set<(trace: unknown) => void>();
  let port: Runtime.Port | undefined;
  let portTab: number | undefined;
  let windowId: number | undefined;
  /** The tab that came to the front of each window before this panel knew which window is its own. */
  const early = new Map<number, number>();

  const connect = (tabId: number) => {
    port?.disconnect();
    // The panel still shows another page, whose meetings have the same ids: until this page's state arrives,
    // nothing that is pressed may be done here.
    if (portTab !== tabId) listener(undefined);
    portTab = tabId;
    const mine = browser.tabs.connect(tabId, { name: PANEL_PORT, frameId: 0 });
    port = mine;
    mine.onMessage.addListener((data: unknown) => {
      if (port !== mine) return;
      const state = parsePeerState(data);
      const messages = parsePeerMessages(data);
      if (state) {
        // Nobody else has what came over a port: it can be changed.
        for (const meeting of state.meetings) meeting.tab = tabId;
        listener(state);
      }
      if (messages) onMessages(messages);
      const people = parsePeerPeople(data);
      if (people) onPeople(people);
      if (isTrace(data)) for (const listener of onTrace) listener(data);
    });
    // A tab without a peer ends the port at once: that is how it says so.
    mine.onDisconnect.addListener(() => {
      // Chrome lists an error that nobody has looked at among the extension's faults.
      void browser.runtime.lastError;
      if (port !== mine) return;
      port = undefined;
      listener(undefined);
    });
  };

  const onActivated = (active: { tabId: number; windowId: number }) => {
    if (windowId === undefined) early.set(active.windowId, active.tabId);
    else if (active.windowId === windowId) connect(active.tabId);
  };
  const onMessage = (data: unknown, sender: Runtime.MessageSender): undefined => {
    const { tab } = sender;
    if (isRuntimeMessage(data, 'peer-started') && tab?.id !== undefined && tab.id === portTab)
      connect(tab.id);
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.runtime.onMessage.removeListener(onMessage);
    port?.disconnect();
  });

  void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
    windowId = tab?.windowId;
    // The answer can be out of date by now.
    const front = (windowId === undefined ? undefined : early.get(windowId)) ?? tab?.id;
    if (signal.aborted) return;
    if (front !== undefined) connect(front);
    else listener(undefined);
  });

  return {
    onState: (next) => {
      listener = next;
    },
    onMessages: (next) => {
      onMessages = next;
    },
    onPeople: (next) => {
      onPeople = next;
    },
    onTrace: (next, stop) => {
      onTrace.add(next);
      stop.addEventListener('abort', () => onTrace.delete(next), { once: true });
    },
    send(request: PanelRequest) {
      try {
        port?.postMessage(request);
      } catch {
        // The peer has gone at this very moment, and the port with it: its end is on its way here.
        port = undefined;
        listener(undefined);
      }
    },
  };
}
