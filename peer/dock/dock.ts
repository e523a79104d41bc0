/**
 * The panel laid over the page: an extension-origin iframe in a closed shadow root, in the top layer, so that
 * it stands above everything that the page shows, full-screen meetings included.
 *
 * The page owns the document, so it can remove the dock, hide it or lay something over it. It cannot restyle
 * it (`:host` with `!important` in a shadow tree beats whatever the page says), and what it removes or hides
 * comes back, a few times. What the dock does about being covered is in panel/dock/input-guard.ts.
 */
import { dockAddress, handLink } from '../../browser/dock-handshake';
import { requestScript, whenLoaded } from '../../browser/script-registry';
import {
  asDockRequest,
  type DockMessage,
  type DockRequest,
  type DockSide,
  isDockShowable,
} from '../../protocol/dock';
import type { Link } from '../../protocol/link';
import type { createLookForCovers, LookForCovers } from './covers';
import { isShrunk } from './shrunk';

type Layout = Extract<DockRequest, { type: 'dock-layout' }>;

/** How often the page may take the dock away before the peer gives up. */
const MAX_RETURNS = 8;
const WATCH_MS = 100;

export interface Dock {
  /** Whether it should be there; it is made when it is wanted for the first time. */
  want(wanted: boolean): void;
  /** It is wanted, and the user prefers the browser's side panel, which no click in the page can open. */
  readonly isDeclined: boolean;
  readonly isLinked: boolean;
}

export interface DockOwner {
  /** The page load, as panels name it. */
  readonly page: number;
  /** Whether the extension of this dock was updated or removed. It ends the dock. */
  endIfInvalidated(): boolean;
  onLink(link: Link): void;
  /** Whether the dock may take the keyboard for the chat of a meeting. */
  mayEnter(meeting: string): boolean;
  /** Something of `isDeclined` and `isLinked` is new. */
  onChange(): void;
  /** The user has closed it, or the page has taken it away too often. */
  onClose(): void;
}

/** Creates the dock of a page, which comes once it is wanted. It ends with the signal. */
export function createDock({ document }: Window, owner: DockOwner, signal: AbortSignal): Dock {
  const host = document.createElement('div');
  const frame = document.createElement('iframe');
  const sheet = new CSSStyleSheet();
  let layout: Layout | undefined;
  let wanted = false;
  let shown = false;
  let returns = 0;
  let loads = 0;
  let toPanel: (data: unknown) => void = () => {};
  let link: { link: Link; end(): void } | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;
  let pushed: DockSide | undefined;
  let looksForCovers = false;
  let lookForCovers: LookForCovers | undefined;
  /** What was last sent to the document in the frame; `undefined` for a new one. */
  let wasClear: boolean | undefined;

  const send = (message: DockMessage) => link?.link.post(message);
  const sendShown = () =>
    send({ type: 'dock-shown', shown, isInert: document.fullscreenElement?.localName === 'iframe' });

  function make(): void {
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [sheet];
    frame.title = 'External Chat';
    frame.allow = 'clipboard-write';
    frame.src = dockAddress();
    frame.addEventListener('load', () => void welcome(), { signal });
    host.addEventListener('toggle', update, { signal });
    document.addEventListener('fullscreenchange', raise, { signal });
    signal.addEventListener('abort', () => {
      end();
      push(false);
      host.remove();
    });
    root.append(frame);
    document.documentElement.append(host);
  }

  function end(): void {
    clearInterval(watch);
    link?.end();
    link = undefined;
  }

  /** A new document is in the frame: the first, or another after the page has moved or removed the dock. */
  async function welcome(): Promise<void> {
    end();
    if (!frame.contentWindow) return;
    const turn = ++loads;
    const mine = await handLink(frame.contentWindow);
    // The page has moved the dock on meanwhile: that document is gone.
    if (turn !== loads) return mine.end();
    link = mine;
    mine.link.onMessage((data) => {
      // A runtime port ends with its extension. This one, between two windows of the page, doesn't.
      if (owner.endIfInvalidated()) return;
      const request = asDockRequest(data);
      if (!request) toPanel(data);
      else if (request.type === 'dock-leave') leave();
      else if (request.type === 'dock-enter') {
        if (shown && owner.mayEnter(request.meeting)) send({ type: 'dock-enter' });
      } else if (request.type === 'dock-close') owner.onClose();
      else if (request.type === 'dock-watch') {
        looksForCovers = request.covers;
        if (looksForCovers) bringCovers();
        wasClear = undefined;
        watch = setInterval(measure, WATCH_MS);
      } else {
        layout = request;
        update();
        sendShown();
        owner.onChange();
      }
    });
    owner.onLink({
      ...mine.link,
      onMessage: (listener) => {
        toPanel = listener;
      },
    });
  }

  const isShowable = () => layout && isDockShowable(layout, document.body.localName === 'frameset');

  function leave(): void {
    frame.blur();
    document.defaultView?.focus();
  }

  function update(): void {
    const show = wanted && isShowable() === true;
    if (layout) sheet.replaceSync(styleOf(layout));
    const home = homeOf(document);
    const isAtHome = host.parentNode === home;
    if (show && !(isAtHome && host.matches(':popover-open'))) {
      if (shown && ++returns > MAX_RETURNS) {
        wanted = shown = false;
        owner.onClose();
        return;
      }
      if (!isAtHome) home.append(host);
      host.showPopover();
    } else if (!show && shown && isAtHome) host.hidePopover();
    push(show && layout?.push);
    if (show === shown) return;
    shown = show;
    // At once, and not with the answer of the dock: a message that comes meanwhile is not seen.
    if (!shown) toPanel({ type: 'look', page: owner.page, meeting: '', shown: 0 });
    sendShown();
  }

  /** What went to full screen later stands above it until it is shown anew. */
  function raise(): void {
    if (!shown) return;
    host.hidePopover();
    update();
    sendShown();
  }

  function push(aside: boolean | undefined): void {
    const { style } = document.documentElement;
    for (const side of ['left', 'right'] as const) {
      if (aside && layout?.side === side)
        style.setProperty(`margin-${side}`, `${layout.width}px`, 'important');
      else if (pushed === side) style.removeProperty(`margin-${side}`);
    }
    pushed = aside ? layout?.side : undefined;
  }

  function bringCovers(): void {
    whenLoaded('covers', (create) => {
      lookForCovers ??= (create as typeof createLookForCovers)(host);
    });
    if (!lookForCovers) requestScript('covers');
  }

  /** While the dock is put away nothing is measured. */
  function measure(): void {
    if (shown && looksForCovers) lookForCovers?.(reportCovered);
    else reportCovered(false);
  }

  /** What has not changed is not sent again, except to a dock that counts silence as a cover. */
  function reportCovered(isCovered: boolean): void {
    const clear = shown && !isCovered && !isShrunk(host);
    if (clear === wasClear && !(shown && looksForCovers)) return;
    wasClear = clear;
    send({ type: 'dock-clear', clear });
  }

  return {
    want(next) {
      wanted = next;
      if (wanted && !frame.src) make();
      update();
    },
    get isDeclined() {
      return wanted && isShowable() === false;
    },
    get isLinked() {
      return link !== undefined;
    },
  };
}

/**
 * Where the host stands. What is outside of a full-screen element is inert: seen, but neither clicked nor
 * typed in. An iframe in full screen can hold nothing of ours, so above one the dock can only be read.
 */
const homeOf = ({ fullscreenElement: full, documentElement }: Document): Element =>
  full && full.localName !== 'iframe' ? full : documentElement;

/**
 * What the page says of the host counts for nothing against this: see the cascade's order of contexts. A
 * `::before` of the host would be painted over the frame, and let clicks through.
 */
const styleOf = ({ side, width }: Layout): string => `:host {
  all: initial !important; position: fixed !important; inset-block: 0 !important; ${side}: 0 !important;
  width: ${Math.round(width)}px !important; max-width: 100% !important; z-index: 2147483647 !important;
  display: block !important;
}
:host(:not(:popover-open)) { display: none !important; }
:host::before, :host::after { display: none !important; }
@media print { :host { display: none !important; } }
iframe { display: block; width: 100%; height: 100%; border: 0; }`;
