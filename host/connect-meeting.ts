/**
 * The host page's end of the protocol.
 *
 *   plugin ──postMessage──▶ message filter ─▶ calls, state ─▶ the page's listeners
 *     ▲                                           │
 *     └── the window that sent ◀──────────────────┘
 */
import type { DialRequest } from '../protocol/dial-fields';
import { fromPlugin } from '../protocol/from-plugin';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import type { Dialect } from '../protocol/wire';
import { readerOf, toPluginWire, toWire } from '../protocol/wire';
import type { Call } from './call';
import { createCalls } from './calls';
import { createMessages, type SentMessage } from './chat-messages';
import { checkOrigin } from './check-origin';
import { createEmitter, type On } from './emitter';
import type { LogEntry, MeetingEvents } from './events';
import { framesIn, greet } from './greet';
import { MeetingError } from './meeting-error';
import { createMessageFilter, type Endpoint, framePath, originOfAddress, reply } from './message-filter';

/** How a host page connects. */
export type ConnectOptions = {
  /** The origin of Web App 3. Default: the one in the iframe's address, or that of the first accepted message. */
  origin?: string;
  /** The namespaces to accept. Default: both. */
  namespaces?: readonly Dialect[];
  /** Closes the connection. */
  signal?: AbortSignal;
  /** Whether the chat is open at first. */
  chat?: boolean;
  /** What is unread at first. */
  unread?: number | boolean;
  /** Time until `no-answer`, in milliseconds. A plugin of version 1 then gets the next queued call. Default: 60 000. */
  answerMs?: number;
  /** Receives every message, for a log. Nothing is logged without it. */
  log?: (entry: LogEntry) => void;
};

/** A connection to the plugin in one meeting. */
export interface MeetingConnection {
  /** Adds a listener; the returned function removes it. */
  readonly on: On<MeetingEvents>;
  /** Whether the plugin has sent anything since the meeting was loaded. */
  readonly ready: boolean;
  /** Whether the user is in the meeting, as far as the plugin tells. */
  readonly connected: boolean;
  /** What the plugin announced. */
  readonly features: readonly string[];
  readonly namespace: Dialect | undefined;
  readonly chat: boolean;
  readonly unread: number | boolean;
  /** Sets the state of the Chat button. */
  setChat(active: boolean): void;
  /** Sets the unread badge of the Chat button: a count, or only whether there is something. */
  setUnread(unread: number | boolean): void;
  /** Dials a destination into the meeting. */
  dialOut(request: DialRequest, options?: { signal?: AbortSignal }): Call;
  /** Sends to the meeting's own chat. Rejects with a `MeetingError`. */
  sendMessage(text: string): Promise<SentMessage>;
  /** Stops listening. Open calls go on in the meeting, and their promises reject. */
  close(): void;
}

/**
 * Connects to the plugin in an iframe with Web App 3, or in a window.
 * @throws MeetingError if there is nothing to connect to, or if `origin` isn't an origin
 */
export function connectMeeting(
  target: HTMLIFrameElement | Window,
  options: ConnectOptions = {},
): MeetingConnection {
  const { element, root } = readTarget(target);
  const named = options.origin === undefined ? undefined : checkOrigin(options.origin);
  const { emit, on } = createEmitter<MeetingEvents>();
  const ended = new AbortController();
  const until = { signal: ended.signal };
  let chat = options.chat ?? false;
  let unread = options.unread ?? 0;
  let endpoint: Endpoint | undefined;
  let settled: string | undefined;
  let features: readonly string[] = [];
  let isConnected = false;
  let alias: string | undefined;
  /** The meeting before a reload: calls are asked for only in the same one. */
  let before: { origin: string; dialect: Dialect; alias: string | undefined } | undefined;
  let isAnswering = false;

  const accept = createMessageFilter(
    root,
    readerOf<PluginMessage>(fromPlugin, options.namespaces),
    ({ length }) => ({
      current: endpoint,
      origin: originNow(),
      isInside: length > 0,
    }),
  );
  const can = (feature: string) => features.includes(feature);
  const originNow = () => named ?? originOfAddress(element?.src ?? '') ?? settled;

  function send(message: HostMessage): void {
    const wire = endpoint && toPluginWire(message, endpoint.dialect);
    if (!endpoint || !wire) return;
    reply(endpoint, wire);
    options.log?.({ result: 'sent', origin: endpoint.origin, message });
  }

  const sendChat = () => send({ name: 'toggle-chat-button-state', active: chat });
  const sendUnread = () =>
    send({
      name: 'toggle-chat-badge',
      visible: Boolean(unread),
      ...(typeof unread === 'number' && { count: unread }),
    });

  const calls = createCalls({
    send,
    can,
    isReady: () => endpoint !== undefined,
    answerMs: options.answerMs ?? 60_000,
  });
  const messages = createMessages(send, can);

  function sayHello(): void {
    const window = root();
    if (!window) return;
    // A page that is Web App 3 itself must not greet itself.
    const frames = window === globalThis.window ? framesIn(window) : [window];
    greet(frames, GREETED_DEPTH, toWire({ name: 'hello' }));
  }

  function onReload(): void {
    if (!endpoint) return;
    before = { origin: endpoint.origin, dialect: endpoint.dialect, alias };
    endpoint = undefined;
    features = [];
    isConnected = false;
    alias = undefined;
    calls.onReload();
    messages.failAll(
      new MeetingError('reloaded', 'The meeting was reloaded.', 'Check the chat, then send again.'),
    );
    emit('reloaded', {});
  }

  function checkPresence(): void {
    const window = root();
    if (endpoint && (!window || !framePath(endpoint.source, window))) onReload();
  }

  function onLoad(): void {
    checkPresence();
    if (!endpoint) sayHello();
    // Firefox removes the inner frames a moment after the load, where they live in another process.
    setTimeout(() => !ended.signal.aborted && checkPresence(), FRAMES_GO_MS);
  }

  function onMessage(event: MessageEvent<unknown>): void {
    const judgment = accept(event);
    const { origin } = event;
    if (!judgment.accepted) {
      options.log?.({ result: 'dropped', origin, reason: judgment.reason });
      return;
    }
    const { message } = judgment;
    options.log?.({ result: 'accepted', origin, message });
    if (endpoint && endpoint.source !== judgment.endpoint.source) onReload();
    endpoint = judgment.endpoint;
    if (origin !== 'null') settled = origin;
    onPluginMessage(message);
    calls.pump();
  }

  function onPluginMessage(message: PluginMessage): void {
    const { name, ...payload } = message;
    if (message.name === 'ready') {
      features = message.features ?? [];
      alias = message.conferenceAlias ?? alias;
      // A plugin that has just loaded shows its defaults: the host page is the source of truth.
      sendChat();
      sendUnread();
    } else if (message.name === 'connected') {
      isConnected = true;
      alias = message.conferenceAlias ?? alias;
      const is = { ...endpoint, alias };
      calls.resume(before?.origin === is.origin && before?.dialect === is.dialect && before?.alias === alias);
    } else if (message.name === 'disconnected' && isConnected) {
      isConnected = false;
      calls.failAll(
        new MeetingError('left', 'The user left the meeting.', 'Dial again in the next meeting.'),
      );
    } else if (message.name === 'toggle-chat') chat = message.active;
    calls.onPluginMessage(message);
    messages.onPluginMessage(message);
    // A listener can decide otherwise with `setChat`; the answer goes out once, after all of them.
    isAnswering = message.name === 'toggle-chat';
    // The payload belongs to this name: both come from one message.
    emit(name, payload as MeetingEvents[typeof name]);
    isAnswering = false;
    if (name === 'toggle-chat') sendChat();
  }

  function close(): void {
    if (ended.signal.aborted) return;
    ended.abort();
    const error = new MeetingError('closed', 'The connection was closed.', 'Connect again.');
    calls.failAll(error);
    messages.failAll(error);
  }

  addEventListener('message', onMessage, until);
  element?.addEventListener('load', onLoad, until);
  options.signal?.addEventListener('abort', close, until);
  if (options.signal?.aborted) close();
  else sayHello();

  return {
    on,
    get ready() {
      return endpoint !== undefined;
    },
    get connected() {
      return isConnected;
    },
    get features() {
      return features;
    },
    get namespace() {
      return endpoint?.dialect;
    },
    get chat() {
      return chat;
    },
    get unread() {
      return unread;
    },
    setChat(active) {
      chat = active;
      if (!isAnswering) sendChat();
    },
    setUnread(value) {
      unread = typeof value === 'number' ? Math.max(0, Math.floor(value) || 0) : value;
      sendUnread();
    },
    dialOut: (request, { signal } = {}) => {
      if (!ended.signal.aborted) return calls.dial(request, signal);
      throw new MeetingError('closed', 'The connection was closed.', 'Connect again.');
    },
    sendMessage: (text) => messages.send(text),
    close,
  };
}

/** Web App 3, its plugins, and one level for a portal around it. */
const GREETED_DEPTH = 3;

/** How long the frames of a document that was left can seem to exist. */
const FRAMES_GO_MS = 1_000;

type Target = { element: HTMLIFrameElement | undefined; root(): Window | null };

function readTarget(target: unknown): Target {
  if (typeof target === 'object' && target !== null) {
    // A window is asked first: one of another origin allows no question but for a few names.
    if ('postMessage' in target) return { element: undefined, root: () => target as Window };
    if ('contentWindow' in target) {
      const element = target as HTMLIFrameElement;
      // A moved iframe has another window: keep the element.
      return { element, root: () => element.contentWindow };
    }
  }
  throw new MeetingError(
    'bad-target',
    'There is no iframe to connect to.',
    'Pass the iframe element of Web App 3, after it is in the page.',
  );
}
