import { clearBehind, showBehind } from '../browser/icon-behind';
import { injectPeer, NoRoomError } from '../browser/inject';
import { hasSidePanel, openPanel } from '../browser/panel-opener';
import { panelShown } from '../browser/panel-shown';
import { onPeerStarted, onTabClosed } from '../browser/tab-loads';
import { askPeer } from '../browser/tab-services';
import { ICON_STRINGS } from '../strings/icon';

/** A tab, as the browser reports it with a click or a key. */
export type Tab = { id?: number | undefined; windowId?: number | undefined; url?: string | undefined };

/** Injects the peer into a tab. The browser keeps extensions out of some pages, which is not an error. */
export function bringPeer(tabId: number | undefined): void {
  if (tabId === undefined) return;
  injectPeer(tabId).catch((error: unknown) => noPeer({ id: tabId }, error));
}

/** Clears the icon’s title about a popup that can’t show the panel, once that isn’t so any more. */
export function servePopups(): void {
  const clear = (tabId: number) => void clearBehind(tabId).catch(console.error);
  onTabClosed(clear);
  onPeerStarted(clear);
}

/** Opens the panel beside a tab, or on its page where none can open beside it; injects the peer there. */
export function openBeside(tab: Tab): void {
  const { id, windowId } = tab;
  if (id === undefined || windowId === undefined) return;
  // First, and not awaited: opening needs the click's user gesture, which does not outlive an await.
  openPanel(windowId).catch((error: unknown) => console.error('The panel did not open:', error));
  const shown = panelShown();
  void hasSidePanel({ windowId }).then((has) => {
    if (has) void shown.then(() => bringPeer(id));
    else askPeer(id, 'show-dock', injectPeer).catch((error: unknown) => noPeer(tab, error));
  });
}

/** Turns the chat of a tab on or off. */
export function toggleChatOf(tab: Tab): void {
  if (tab.id !== undefined)
    askPeer(tab.id, 'toggle-chat', injectPeer).catch((error: unknown) => noPeer(tab, error));
}

/** Nothing in a popup itself can say why it shows no panel: the icon in the window behind does. */
function noPeer({ id, windowId }: Tab, error: unknown): void {
  const show = (text: string) => id !== undefined && void showBehind(id, text).catch(console.error);
  if (error instanceof NoRoomError) show(ICON_STRINGS.noRoom);
  else
    void hasSidePanel({ windowId }).then((has) => {
      if (has) console.info('The content script could not be injected:', error);
      else show(ICON_STRINGS.noAccess);
    });
}
