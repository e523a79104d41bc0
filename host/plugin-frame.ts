import { coreFromPlugin } from '../protocol/core-from-plugin';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import { PREFIX, readerOf, toPluginWire } from '../protocol/wire';
import { notify } from './emitter';
import type { LogEntry } from './events';
import { greet, windowsIn } from './greet';
import { MeetingError } from './meeting-error';
import { createMessageFilter, type Endpoint, framePath } from './message-filter';
import type { ConnectOptions } from './options';
import type { MeetingTarget } from './target';

/** Web App 3, its plugins, and one level for a portal around it. */
const GREETED_DEPTH = 3;

/** How long the frames of a document that was left can seem to exist. */
const FRAMES_GO_MS = 1_000;

/** Whether no plugin can ever reach this page: plugins send to the top window. */
export const isFramed = (): boolean => globalThis.top !== globalThis.window;

/** The plugin's frame, as long as it is there. */
export interface PluginFrame {
  /**
   * Where the plugin last sent from; `undefined` before its first message, once its frame is gone, and once
   * closed.
   */
  endpoint(): Endpoint | undefined;
  /** What the plugin announced. */
  features(): readonly string[];
  can(feature: string): boolean;
  /** Whether the user is in the meeting, as far as the plugin tells. */
  isConnected(): boolean;
  /**
   * Why the plugin can't be asked for what a feature stands for, or to dial. One that reports when the user
   * joins the meeting refuses everything before that.
   */
  obstacle(feature?: string): MeetingError | undefined;
  /** The meeting by origin, namespace and alias, where all are known. */
  identity(): string | undefined;
  /** @throws MeetingError if the message has a value that can't be sent, such as a function */
  send(message: HostMessage): void;
}

type Listeners = {
  onMessage(message: PluginMessage): void;
  /**
   * The frame is gone: the meeting was loaded again, or its iframe was moved. `before` is its identity
   * until now.
   */
  onGone(before: string | undefined): void;
};

/** Finds the plugin's frame, listens to it until the signal aborts, and notices when it goes. */
export function watchPluginFrame(
  target: MeetingTarget,
  { namespaces, people, log }: ConnectOptions,
  { onMessage, onGone }: Listeners,
  signal: AbortSignal,
): PluginFrame {
  const { element, root } = target;
  let endpoint: Endpoint | undefined;
  let features: readonly string[] = [];
  let alias: string | undefined;
  let isConnected = false;
  /** The origin of the first accepted message, where nothing else shows that of the meeting. */
  let settled: string | undefined;
  const origin = () => target.origin() ?? settled;
  const readCore = readerOf<PluginMessage>(coreFromPlugin, namespaces);
  const parse = (data: unknown) => {
    const read = readCore(data);
    return people && !read.ok && read.reason === 'name' ? people(data) : read;
  };
  const accept = createMessageFilter(root, parse, ({ length }) => ({
    current: endpoint,
    origin: origin(),
    isInside: length > 0,
  }));

  function sendHello(): void {
    const webApp = root();
    // A page that is Web App 3 itself must not greet itself.
    const frames = webApp && (webApp === globalThis.window ? windowsIn(webApp) : [webApp]);
    if (frames) greet(frames, GREETED_DEPTH, { action: `${PREFIX}hello` });
  }

  const note = (entry: LogEntry) => log && notify(log, entry);

  /** The plugin, while its frame is in the page. */
  function present(): Endpoint | undefined {
    const window = root();
    const isThere = endpoint && window && !signal.aborted && framePath(endpoint.source, window);
    return isThere ? endpoint : undefined;
  }

  const identity = () => alias && `${origin()} ${endpoint?.dialect} ${alias}`;

  function leave(): void {
    const before = identity();
    endpoint = alias = undefined;
    features = [];
    isConnected = false;
    onGone(before);
  }

  function checkPresence(): void {
    if (endpoint && !present()) leave();
  }

  function onWindowMessage(event: MessageEvent<unknown>): void {
    const filtered = accept(event);
    const { origin } = event;
    if (!filtered.accepted) {
      note({ result: 'dropped', origin, reason: filtered.reason });
      return;
    }
    const { message } = filtered;
    note({ result: 'accepted', origin, message });
    if (endpoint && endpoint.source !== filtered.endpoint.source) leave();
    endpoint = filtered.endpoint;
    if (origin !== 'null') settled = origin;
    if (message.name === 'ready') features = message.features ?? [];
    if (message.name === 'connected') isConnected = true;
    if (message.name === 'disconnected') isConnected = false;
    if ('conferenceAlias' in message) alias = message.conferenceAlias;
    onMessage(message);
  }

  function onLoad(): void {
    checkPresence();
    if (!endpoint) sendHello();
    // Firefox removes the inner frames a moment after the load, where they live in another process.
    setTimeout(checkPresence, FRAMES_GO_MS);
  }

  if (!signal.aborted) sendHello();
  addEventListener('message', onWindowMessage, { signal });
  element?.addEventListener('load', onLoad, { signal });

  const can = (feature: string) => features.includes(feature);

  return {
    endpoint: present,
    features: () => features,
    can,
    obstacle(feature) {
      const code =
        (signal.aborted && 'closed') ||
        (!present() && (isFramed() ? 'not-top' : 'no-plugin')) ||
        (feature && !can(feature) && 'unsupported') ||
        (!isConnected && can('connected') && 'left');
      return code ? new MeetingError(code) : undefined;
    },
    isConnected: () => isConnected && !signal.aborted,
    identity,
    send(message) {
      const to = present();
      const wire = to && toPluginWire(message, to.dialect);
      if (!wire) return;
      try {
        to.source.postMessage(wire, to.targetOrigin);
      } catch (error) {
        throw new MeetingError('bad-request', `${error}`);
      }
      note({ result: 'sent', origin: to.origin, message });
    },
  };
}
