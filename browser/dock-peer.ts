import { signal } from '@preact/signals';
import { asDockMessage, type DockRequest, type Seen } from '../protocol/dock';
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
import { browser } from './browser';
import { SECRET_KEY } from './dock-handshake';
import { isContextInvalidated as isExtensionGone } from './native';

/** A secret that was not fetched by now belongs to a dock that never came. */
const STALE_MS = 60_000;

/** How often the dock asks whether its extension is still there. An update is announced to nobody. */
const ALIVE_MS = 1_000;

/** Waits until the peer of the page has shown that it is ours: see `dock-handshake.ts`. A page never can. */
export function awaitPeer(): Promise<ReturnType<typeof connectionOver>> {
  return new Promise((resolve) => {
    const onMessage = async ({ source, origin, data, ports: [port] }: MessageEvent<unknown>) => {
      if (source !== window.parent || window.parent !== window.top || !port) return;
      const secret: unknown = Reflect.get(Object(data), 'secret');
      if (typeof secret !== 'string' || !(await removeSecret(SECRET_KEY + secret))) return;
      window.removeEventListener('message', onMessage);
      resolve(connectionOver(port, origin));
    };
    window.addEventListener('message', onMessage);
  });
}

/** Takes a secret out of the store; whether it was there. */
async function removeSecret(key: string): Promise<boolean> {
  const stored = await browser.storage.local.get(null);
  if (!(key in stored)) return false;
  const now = Date.now();
  const isDone = ([name, at]: [string, unknown]) =>
    name === key || (name.startsWith(SECRET_KEY) && typeof at === 'number' && now - at > STALE_MS);
  await browser.storage.local.remove(
    Object.entries(stored)
      .filter(isDone)
      .map(([name]) => name),
  );
  return true;
}

/** The dock's way to the peer that laid it over the page `site`. */
function connectionOver(port: MessagePort, site: string) {
  const isShown = signal(false);
  const isInert = signal(false);
  const seen = signal<Seen>();
  let onState: (state: PeerState | undefined) => void = () => {};
  let onMessages: (messages: PeerMessages) => void = () => {};
  let onPeople: (people: PeerPeople) => void = () => {};
  let onGiven = () => {};
  const isContextInvalidated = signal(false);
  const onTrace = new Set<(trace: unknown) => void>();
  const send = (message: object) => port.postMessage(message);
  const alive = setInterval(() => {
    if (!isExtensionGone()) return;
    clearInterval(alive);
    // In Chromium the old peer lives on: whatever it is asked, it finds out, and takes the dock with it.
    // Firefox has ended the peer and left the dock, which can only say so.
    send({ type: 'look', page: 0, meeting: '', shown: 0 });
    isContextInvalidated.value = true;
  }, ALIVE_MS);
  const connection: PeerConnection = {
    onState: (listener) => {
      onState = listener;
      // What was said before there was a listener is kept until the port is started, which this does.
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = asDockMessage(data);
        if (message?.type === 'dock-shown') {
          isShown.value = message.shown;
          isInert.value = message.isInert;
        }
        if (message?.type === 'dock-enter') onGiven();
        if (message?.type === 'dock-clear') seen.value = message;
        const state = parsePeerState(data);
        if (state) onState(state);
        const messages = parsePeerMessages(data);
        if (messages) onMessages(messages);
        const people = parsePeerPeople(data);
        if (people) onPeople(people);
        if (isTrace(data)) for (const listener of onTrace) listener(data);
      };
    },
    onMessages: (listener) => {
      onMessages = listener;
    },
    onPeople: (listener) => {
      onPeople = listener;
    },
    onTrace: (listener, stop) => {
      onTrace.add(listener);
      stop.addEventListener('abort', () => onTrace.delete(listener), { once: true });
    },
    send,
  };
  return {
    ...connection,
    site,
    isShown,
    isInert,
    seen,
    isContextInvalidated,
    ask: (request: DockRequest) => send(request),
    enter(meeting: string, listener: () => void) {
      onGiven = listener;
      send({ type: 'dock-enter', meeting });
    },
  };
}
