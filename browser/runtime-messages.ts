import type { Outcome } from '../protocol/call-outcome';
import type { Unread } from '../protocol/meeting';
import type { Mode } from '../protocol/mode';

/** Name of the port between a panel and a peer. */
export const PANEL_PORT = 'panel';

/** Name of the port between a panel and its plugin simulator. */
export const SIMULATOR_PORT = 'simulator';

/** Scripts that a peer has loaded beside it when they are first wanted. */
export const SIDE_SCRIPTS = ['dock-host', 'covers', 'tracer', 'keeper'] as const;
export type SideScript = (typeof SIDE_SCRIPTS)[number];

/** What the icon shows of a tab, beside how much is unread. */
export const ICON_STATES = ['none', 'found', 'ready'] as const;
export type IconState = (typeof ICON_STATES)[number];

/** Messages over `runtime`, beside the ports. */
export type RuntimeMessage =
  /** background → the peer of a tab: looks for meetings again; no answer means that there is no peer. */
  | { type: 'find-meetings' }
  /** panel → background: the panel takes input, so the page may have the processor. */
  | { type: 'panel-shown' }
  /** peer → every open panel: the peer of this tab has started. */
  | { type: 'peer-started' }
  /** detector → background: this tab's page has a meeting, bring the peer. */
  | { type: 'meeting-found' }
  /** peer → background: bring this script, too. */
  | { type: 'script-wanted'; script: SideScript }
  /**
   * peer → background: this is how it stands with the meetings of this tab; `…`: a chat that the side panel
   * is to show.
   */
  | { type: 'icon'; state: IconState; unread: Unread | '…'; asked: boolean }
  /** peer → background: keep this for the next load of this page. */
  | { type: 'keep'; kept: readonly unknown[] }
  /** peer → background: how do I behave on this page? Answered with a mode. */
  | { type: 'mode-wanted' }
  /** peer → background: the user wants me to behave so on the pages of this origin. */
  | { type: 'mode-chosen'; mode: Mode }
  /** dock → background: is my tab in a private window? Answered with true or false. */
  | { type: 'private-asked' }
  /** dock → background: can my window have a side panel? Answered with true or false. */
  | { type: 'side-panel-asked' }
  /** dock → background: what has the panel of this tab left for me? Answered with an object. */
  | { type: 'panel-memory-asked' }
  /** dock → background: keep this for the next panel of this tab; without a value, remove it. */
  | { type: 'panel-memory'; name: string; value: unknown }
  /**
   * panel → background: these calls have come to this on a page of this origin. A panel on a page does not
   * know its tab.
   */
  | {
      type: 'call-outcome';
      outcome: Outcome;
      calls: readonly string[];
      site: string;
      tabId: number | undefined;
    }
  /** dock → background: open one of the extension's pages. */
  | { type: 'open-page'; page: string }
  /** background → the peer of a tab: the user wants the chat on, or off. */
  | { type: 'toggle-chat' }
  /** background → the peer of a tab: the keyboard goes to the dock, if it is shown. */
  | { type: 'keep-dock' }
  /** background → the peer of a tab: the panel opens on the page, as its window can have no other. */
  | { type: 'show-dock' }
  /** background → the panels of a window, and the one on the page in front: the user wants Destination. */
  | { type: 'focus-destination'; windowId: number | undefined };

/** Whether a message that came over the runtime is one of this type. */
export const isRuntimeMessage = (data: unknown, type: RuntimeMessage['type']): boolean =>
  Reflect.get(Object(data), 'type') === type;
