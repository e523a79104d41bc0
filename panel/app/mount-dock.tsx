import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { render } from 'preact';
import type { DockRequest, Seen } from '../../protocol/dock';
import type { PeerConnection } from '../../protocol/panel';
import { STRINGS } from '../../strings/panel';
import { SITE_STRINGS } from '../../strings/site';
import { Bar } from '../dock/bar';
import type { PanelEnvironment } from '../state/context';
import { mountPanel } from './mount';
import '../dock/dock.css';
import { readChatLocation } from '../../settings/chat/config';
import { type DockLayout, fittingWidth, keepLayout, readLayout } from '../../settings/dock/layout';
import { guardInput } from '../dock/input-guard';
import { offerSidePanel } from '../dock/offer-side-panel';
import type { RefusedState } from '../dock/refused-note';
import { keyOf } from '../ui/key-of';

/** What the dock needs of its connection, beyond what every panel needs. */
interface DockPeer extends PeerConnection {
  /** Origin of the page under the dock. */
  readonly site: string;
  /** Whether the dock is on screen. */
  readonly isShown: ReadonlySignal<boolean>;
  /** Whether it can only be read, above a frame in full screen. */
  readonly isInert: ReadonlySignal<boolean>;
  /** What the peer has seen last, anew with each of its looks; `undefined` until it was asked. */
  readonly seen: ReadonlySignal<Seen | undefined>;
  /** Whether the extension was updated or removed under this dock: nothing that is asked here is done. */
  readonly isContextInvalidated: ReadonlySignal<boolean>;
  ask(request: DockRequest): void;
  /** Asks for the keyboard for the chat of a meeting. It is given only after a press of the user there. */
  enter(meeting: string, onGiven: () => void): void;
}

/** For so long after the user has moved the edge, a new width is their doing. */
const OWN_CHANGE_MS = 500;

/** The panel, with an edge to drag and a button to close it, in a document that lies over a page. */
export function mountDock(
  body: HTMLElement,
  peer: DockPeer,
  environment: Omit<PanelEnvironment, 'signal' | 'isOnScreen'> & {
    /** Whether a panel can open beside the page, or this one is all there is. */
    isSidePanelPossible(): Promise<boolean>;
  },
): void {
  const { storage, isSidePanelPossible, onDestinationAsked } = environment;
  // The dock lives as long as its document: nothing ever aborts it.
  const { signal: life } = new AbortController();
  const layout = signal<DockLayout>();
  const refused = signal<RefusedState>();
  const isAlone = signal<boolean>();
  const isPreferred = signal<boolean>();
  let changedAt = Number.NEGATIVE_INFINITY;

  guardInput({
    seen: peer.seen,
    watch: (covers) => peer.ask({ type: 'dock-watch', covers }),
    isOwnWidth: () => performance.now() - changedAt < OWN_CHANGE_MS,
    onRefused: () => {
      refused.value = 'shown';
    },
  });
  const follow = async () => {
    isPreferred.value = (await readChatLocation(storage)).at === 'dock';
  };
  storage.local.watch(() => void follow(), life);
  void follow();
  void isSidePanelPossible().then((isPossible) => {
    isAlone.value = !isPossible;
  });
  void readLayout(storage, peer.site).then((kept) => {
    layout.value = kept;
  });
  effect(() => {
    if (!layout.value || isPreferred.value === undefined || isAlone.value === undefined) return;
    peer.ask({
      type: 'dock-layout',
      isPreferred: isPreferred.value,
      isAlone: isAlone.value,
      ...layout.value,
    });
    document.documentElement.dataset.side = layout.value.side;
  });
  window.addEventListener('keydown', (event) => {
    if (keyOf(event) !== 'Escape' || event.defaultPrevented) return;
    if (refused.peek() === 'shown') refused.value = undefined;
    else peer.ask({ type: 'dock-leave' });
  });

  const change = (part: Partial<DockLayout>, isDone = true) => {
    changedAt = performance.now();
    const before = layout.peek();
    if (!before) return;
    const next = { ...before, ...part };
    layout.value = { ...next, width: fittingWidth(next.width) };
    if (isDone) void keepLayout(storage, peer.site, layout.value);
  };
  const close = () => peer.ask({ type: 'dock-close' });
  let toDestination = () => {};
  const leadToDestination = (listener: () => void, stop: AbortSignal) => {
    // What is not yet painted takes no focus.
    toDestination = () =>
      requestAnimationFrame(() => {
        window.focus();
        listener();
      });
    onDestinationAsked?.(listener, stop);
  };
  /** It has come on screen, and the state with which it did is not here yet. */
  let isNew = false;
  effect(() => {
    isNew = peer.isShown.value;
  });

  const bar = document.createElement('div');
  bar.className = 'dock-bar';
  const root = document.createElement('div');
  root.className = 'dock-panel';
  body.replaceChildren(bar, root);
  offerSidePanel(root, isSidePanelPossible);
  // Read while there is an extension to read them from: with it go the texts.
  const updated = (
    <main class="dock-updated">
      <h1 class="unseen">{STRINGS.title}</h1>
      <p role="alert">{SITE_STRINGS.otherVersion}</p>
    </main>
  );
  effect(() => {
    if (!peer.isContextInvalidated.value) return;
    bar.inert = root.inert = true;
    render(updated, body.appendChild(document.createElement('div')));
  });
  const connection: PeerConnection = {
    ...peer,
    onState: (listener) =>
      peer.onState((state) => {
        listener(state);
        // Shown for no chat and for no people: the user has opened it with a key, to dial.
        if (isNew && !state?.meetings.some(({ chat, participants }) => chat || participants)) toDestination();
        isNew = false;
      }),
  };
  mountPanel(
    root,
    connection,
    {
      ...environment,
      onDestinationAsked: leadToDestination,
      // What is not yet painted takes no focus.
      takeFocus: (meeting, onTaken) =>
        peer.enter(meeting, () =>
          requestAnimationFrame(() => {
            window.focus();
            onTaken();
          }),
        ),
      signal: life,
      isOnScreen: peer.isShown,
      isOnPage: true,
    },
    'chat',
  );
  render(<Bar layout={layout} refused={refused} isInert={peer.isInert} change={change} close={close} />, bar);
}
