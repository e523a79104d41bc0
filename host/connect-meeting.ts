/**
 * The host page's end of the protocol.
 *
 *   plugin ──postMessage──▶ plugin frame ─▶ calls, chat button ─▶ the page's listeners
 *     ▲                                           │
 *     └── the window that sent ◀──────────────────┘
 */
import type { PluginMessage } from '../protocol/messages';
import { createCalls, newId } from './calls';
import { createMessages } from './chat-messages';
import type { MeetingConnection } from './connection';
import { createEmitter } from './emitter';
import type { MeetingEvents } from './events';
import { MeetingError } from './meeting-error';
import type { ConnectOptions } from './options';
import { isFramed, watchPluginFrame } from './plugin-frame';
import { readTarget } from './target';

/** Some 23 days. A timer of more than 2^31 ms would end at once. */
const LONGEST_MS = 2e9;

/**
 * When the connection of each iframe and window ends: two would each answer the plugin with a state of its
 * own. The page keeps it, because it can load several copies of this library.
 */
const connections = (): WeakMap<object, AbortSignal> => {
  const page = globalThis as Record<symbol, unknown>;
  const key = Symbol.for('external-chat');
  page[key] ??= new WeakMap();
  return page[key] as WeakMap<object, AbortSignal>;
};

/**
 * Connects to the plugin in an iframe with Web App 3, or in a window.
 * @throws MeetingError if there is nothing to connect to, if it has a connection already, or if `origin`
 *   isn't the origin of Web App 3
 */
export function connectMeeting(
  target: HTMLIFrameElement | Window,
  options: ConnectOptions = {},
): MeetingConnection {
  const place = readTarget(target, options.origin);
  const ends = connections();
  // An iframe's window leads to the same plugin as the iframe.
  const targets = [target, place.root() ?? target];
  if (targets.some((each) => ends.get(each)?.aborted === false))
    throw new MeetingError('bad-target', 'Already connected.');
  // A page without types passes what it has: a plugin drops a state that is neither.
  let chat = !!options.chat;
  let { unread = 0 } = options;
  const { emit, on } = createEmitter<MeetingEvents>();
  const ended = new AbortController();
  const { signal } = ended;
  if (options.signal?.aborted) ended.abort();
  let isAnswering = false;
  /** The meeting before a reload: calls are asked for only in the same one. */
  let before: string | undefined;

  const plugin = watchPluginFrame(place, options, { onMessage, onGone }, signal);
  const answerMs = Math.min(options.answerMs || 60_000, LONGEST_MS);
  const calls = createCalls(plugin, answerMs);
  const messages = createMessages(plugin);
  // A page that only listens would not learn of it otherwise.
  const silence = setTimeout(
    () => {
      const error = plugin.obstacle();
      if (error && !signal.aborted) emit('unreachable', error);
    },
    isFramed() ? 0 : answerMs,
  );

  const sendChat = () => plugin.send({ name: 'toggle-chat-button-state', active: chat });
  const sendUnread = () =>
    plugin.send({
      name: 'toggle-chat-badge',
      visible: !!unread,
      count: typeof unread === 'number' ? unread : undefined,
    });

  function onGone(identity: string | undefined): void {
    before = identity;
    calls.onReload();
    messages.failAll(new MeetingError('reloaded'));
    emit('reloaded', {});
  }

  function onMessage(message: PluginMessage): void {
    clearTimeout(silence);
    const { name, ...payload } = message;
    if (name === 'ready') {
      // A plugin that has just loaded shows its defaults: the host page is the source of truth.
      sendChat();
      sendUnread();
    } else if (name === 'disconnected') calls.failAll(new MeetingError('left'));
    else if (name === 'toggle-chat') chat = message.active;
    if (name === 'ready' || name === 'connected') calls.resume(before);
    calls.onPluginMessage(message);
    messages.onPluginMessage(message);
    // A listener can decide otherwise with `setChat`; the answer goes out once, after all of them.
    isAnswering = name === 'toggle-chat';
    // The payload belongs to this name: both come from one message.
    emit(name, payload as MeetingEvents[typeof name]);
    if (isAnswering) sendChat();
    isAnswering = false;
    calls.pump();
  }

  function close(): void {
    ended.abort();
    const error = new MeetingError('closed');
    calls.failAll(error);
    messages.failAll(error);
  }

  for (const each of targets) ends.set(each, signal);
  options.signal?.addEventListener('abort', close, { signal });

  return {
    on,
    get ready() {
      return !!plugin.endpoint();
    },
    get connected() {
      return plugin.isConnected();
    },
    get features() {
      return plugin.features();
    },
    get namespace() {
      return plugin.endpoint()?.dialect;
    },
    get chat() {
      return chat;
    },
    get unread() {
      return unread;
    },
    setChat(active) {
      chat = !!active;
      if (!isAnswering) sendChat();
    },
    setUnread(value) {
      unread = value;
      sendUnread();
    },
    dialOut: (request, { signal } = {}) => calls.dial(request, signal),
    sendMessage: messages.send,
    act(action) {
      const requestId = newId();
      const error = plugin.obstacle(action.name);
      if (error) throw error;
      plugin.send({ ...action, requestId });
      return requestId;
    },
    close,
  };
}
