/**
 * Two tabs with pages that do what they like between a press and its sending. Every document that a plugin
 * runs in is another object, so that a test can tell who has received a call.
 */

import { startPeer } from '../../../peer/peer';
import type { Meeting } from '../../../protocol/meeting';
import { parsePeerState } from '../../../protocol/panel';
import { meetingRefOf, type PanelRequest } from '../../../protocol/panel-requests';
import { PREFIX } from '../../../protocol/wire';
import { asWindow, type FakeIframe, FakeTop, FakeWindow } from './frame-tree';
import { request } from './replay';

/** A document with a plugin in it; `alias` is what the plugin has said last. */
export type Doc = { alias: string | undefined; features: readonly string[] };

/** A call that a plugin's window has received, and what was in the window at that moment. */
type Reached = { call: string; doc: Doc | undefined; alias: string | undefined };

/** A frame of a plugin. A removed one receives nothing, as in a browser. */
class PluginWindow extends FakeWindow {
  constructor(
    parent: FakeWindow,
    readonly doc: Doc,
    readonly reached: Reached[],
    readonly onBadge: (doc: Doc) => void,
  ) {
    super(parent);
  }

  override postMessage(data: unknown, target: string): void {
    if (!this.parent) return;
    super.postMessage(data, target);
    const action: unknown = Reflect.get(Object(data), 'action');
    const call = String(Reflect.get(Object(data), 'requestId'));
    if (action === `${PREFIX}dial-out`) this.reached.push({ call, doc: this.doc, alias: this.doc.alias });
    if (action === `${PREFIX}toggle-chat-badge`) this.onBadge(this.doc);
  }
}

/** A frame of the page, with the plugin that is in it at the moment. */
type Slot = { iframe: FakeIframe; plugin: PluginWindow | undefined };

/** A tab whose page has a peer. */
export class Tab {
  readonly top = new FakeTop();
  readonly slots: Slot[] = [];
  readonly reached: Reached[] = [];
  readonly #listeners: ((event: unknown) => void)[] = [];
  readonly #peer: ReturnType<typeof startPeer>;
  #badged: Doc | undefined;

  constructor(signal: AbortSignal) {
    Object.assign(this.top, {
      addEventListener: (_type: string, listener: (event: unknown) => void) => this.#listeners.push(listener),
    });
    const endIfInvalidated = () => false;
    this.#peer = startPeer(asWindow(this.top), { signal, endIfInvalidated, buffered: [], mode: 'drive' });
  }

  add(src: string, id: string): void {
    this.slots.push({ iframe: this.top.iframe(src, id), plugin: undefined });
  }

  remove(slot: Slot): void {
    this.#unload(slot);
    slot.iframe.isConnected = false;
    slot.iframe.contentWindow.remove();
    this.slots.splice(this.slots.indexOf(slot), 1);
    this.top.iframes.splice(this.top.iframes.indexOf(slot.iframe), 1);
  }

  /** Moving a frame loads it again, in a new window. */
  move(slot: Slot): void {
    this.#unload(slot);
    slot.iframe.contentWindow.remove();
    slot.iframe.contentWindow = new FakeWindow(this.top);
  }

  /** The page gives the frame an address, or what is in it goes somewhere by itself. */
  navigate(slot: Slot, src: string | undefined, isInHistory: boolean): void {
    this.#unload(slot);
    if (src !== undefined) slot.iframe.src = src;
    if (isInHistory) this.top.history.length += 1;
  }

  /** The plugin of a frame, which is loaded if there is none, posts a message. */
  say(
    slot: Slot,
    name: string,
    fields: { conferenceAlias?: string; features?: readonly string[] } = {},
  ): void {
    const { features = [] } = fields;
    slot.plugin ??= this.#plugin(slot, features);
    const { doc } = slot.plugin;
    doc.alias = fields.conferenceAlias ?? doc.alias;
    this.#post(slot.plugin, { action: PREFIX + name, ...fields });
  }

  /** The plugin of a frame says what it can do, and joins a meeting, whose alias it may keep to itself. */
  join(slot: Slot, alias: string | undefined, features: readonly string[]): void {
    this.say(slot, 'ready', { features });
    this.say(slot, 'connected', alias === undefined ? {} : { conferenceAlias: alias });
  }

  /** Another plugin in the same frame posts the same. */
  intrude(slot: Slot, conferenceAlias: string): void {
    const other = this.#plugin(slot, []);
    other.doc.alias = conferenceAlias;
    this.#post(other, { action: `${PREFIX}connected`, conferenceAlias });
  }

  /** The peer notices what has become of the page. */
  notice(): void {
    this.#peer.findMeetings();
  }

  /** What a panel is told at this moment. */
  meetings(): readonly Meeting[] {
    return this.#link((posts) => parsePeerState(posts[0])?.meetings ?? []);
  }

  /** Calls and messages that the peer has refused. */
  refused(): readonly string[] {
    return this.#link((posts) => parsePeerState(posts[0])?.refused ?? []);
  }

  /** The document that a meeting's requests go to. */
  docOf(meeting: Meeting): Doc | undefined {
    this.#badged = undefined;
    this.send({ type: 'set-badge', ...meetingRefOf(meeting), visible: true });
    return this.#badged;
  }

  dial(meeting: Meeting, call: string): void {
    this.send({ type: 'dial', ...meetingRefOf(meeting), call, request });
  }

  send(message: PanelRequest): void {
    this.#link((_posts, receive) => receive(message));
  }

  #link<R>(use: (posts: readonly unknown[], receive: (message: unknown) => void) => R): R {
    const posts: unknown[] = [];
    let receive: (message: unknown) => void = () => {};
    let close = () => {};
    this.#peer.addPanel({
      post: (post) => void posts.push(post),
      onMessage: (listener) => {
        receive = listener;
      },
      onClose: (listener) => {
        close = listener;
      },
      close: () => {},
    });
    const result = use(posts, receive);
    close();
    return result;
  }

  #plugin(slot: Slot, features: readonly string[]): PluginWindow {
    const onBadge = (doc: Doc) => {
      this.#badged = doc;
    };
    const doc = { alias: undefined, features };
    return new PluginWindow(slot.iframe.contentWindow, doc, this.reached, onBadge);
  }

  #post(source: FakeWindow, data: object): void {
    for (const listener of this.#listeners) listener({ isTrusted: true, source, origin: 'null', data });
  }

  /** The frames in a frame go with its document. */
  #unload(slot: Slot): void {
    for (const child of slot.iframe.contentWindow.children.splice(0)) child.remove();
    slot.plugin = undefined;
  }
}
