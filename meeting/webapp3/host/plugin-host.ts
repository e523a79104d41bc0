import { type Channel, type EventMessage, isRPCCall, type RPCCalls } from '@pexip/plugin-api';
import type { Behavior } from '../config/behavior';
import type { PluginEntry } from '../config/branding';
import { type HostedFrame, PluginFrames } from '../ui/frames';
import type { MeetingLog } from '../ui/log';
import { cloneable } from './cloneable';
import { openChannel, type Registration, Registrations } from './registrations';
import { summary } from './summary';

/** What an answer returns where Web App 3 leaves the plugin waiting. */
export const NO_REPLY = Symbol('no reply');

type Answer<K extends keyof RPCCalls> = (payload: RPCCalls[K]['payload'], from: Registration) => unknown;
type Emit = <K extends keyof EventMessage>(event: K, payload: EventMessage[K]['payload']) => void;

/** What the host needs from the rest of Web App 3. */
interface HostOptions {
  log: MeetingLog;
  behavior: Behavior;
  /** Where the hidden frames go. */
  container: HTMLElement;
  /** Brings a newcomer up to date. */
  onRegistered: (emit: Emit) => void;
  /** A plugin's document is gone: its buttons, dialogs and widgets go with it. */
  onGone: (frame: HostedFrame) => void;
}

/**
 * Web App 3's side of the plugin API.
 *
 *   plugin (sandboxed frame)                      host (this window)
 *   1. {rpc:'syn', payload:{id, version}, id, chanId} ──►  source is one of our frames? id is the manifest's?
 *   2.                                            ◄──  {replyTo, payload:{ack:true}} or {ack:false, reason}
 *   3.                                            ◄──  event:languageSelect; in `classic`,
 *                                                    the meeting's state too
 *   4. {rpc, payload, id, chanId}  ──►                 answered by `on(…)`; an unknown rpc is never answered
 *   5.                                            ◄──  {event, payload} to every registered plugin
 */
export class PluginHost {
  readonly frames = new PluginFrames();
  readonly #registrations: Registrations;
  readonly #answers = new Map<string, (payload: unknown, from: Registration) => unknown>();
  readonly #options: HostOptions;

  constructor(options: HostOptions) {
    this.#options = options;
    this.#registrations = new Registrations((frame) => {
      options.log.add(`${frame.pluginId} was reloaded: its earlier registration is gone`);
      options.onGone(frame);
    });
    window.addEventListener('message', (event) => void this.#onPluginMessage(event));
  }

  /** Answers an rpc; what `answer` returns, or resolves with, becomes the reply. */
  on<K extends keyof RPCCalls>(rpc: K, answer: Answer<K>): void {
    // A plugin may send anything; the handlers of ui: calls look at what they use, Pexip's validators at the
    // rest.
    this.#answers.set(rpc, (payload, from) => answer(payload as RPCCalls[K]['payload'], from));
  }

  /**
   * Loads a plugin; resolves when its document has loaded. An id that is taken is refused, as two elements of
   * one id would be.
   */
  async mount(plugin: PluginEntry): Promise<void> {
    if (plugin.id !== undefined && document.getElementById(plugin.id)) {
      this.#options.log.add(`${plugin.id}: not loaded, the id is taken`);
      return;
    }
    const frame = this.frames.addPlugin(plugin);
    this.watch(frame);
    const loaded = new Promise((resolve) => frame.iframe.addEventListener('load', resolve, { once: true }));
    this.#options.container.append(frame.iframe);
    this.#options.log.add(`${plugin.id ?? plugin.src}: loading, sandbox "${frame.sandbox}"`);
    await loaded;
  }

  /** Lets a frame that is not in the page yet register. */
  watch(frame: HostedFrame): void {
    this.#registrations.watch(frame);
  }

  /** Sends an event to every registered plugin and widget. */
  emit: Emit = (event, payload) => {
    this.#options.log.add(`meeting → plugins ${event}`, summary(payload));
    for (const registration of this.#registrations.all) send(registration, event, payload);
  };

  /** Sends an event to the plugin or widget whom it concerns. */
  emitTo<K extends keyof EventMessage>(
    frame: HostedFrame,
    event: K,
    payload: EventMessage[K]['payload'],
  ): void {
    this.#options.log.add(`meeting → ${frame.pluginId} ${event}`, payload);
    const registration = this.#registrations.of(frame);
    if (registration) send(registration, event, payload);
  }

  async #onPluginMessage({ data, source }: MessageEvent<unknown>): Promise<void> {
    if (!isRPCCall(data)) return;
    const frame = this.frames.ofWindow(source);
    if (!frame) return;
    const { rpc, payload, id, chanId } = data;
    this.#options.log.add(`${frame.pluginId} → ${rpc}`, payload);
    if (rpc === 'syn' || rpc === 'syn:widget') return this.#onSyn(frame, rpc, payload, id, chanId);

    const registration = this.#registrations.of(frame);
    if (registration?.chanId !== chanId) return this.#options.log.add(`${rpc}: not registered, ignored`);
    const answer = this.#answers.get(rpc);
    if (!answer) return this.#options.log.add(`${rpc}: unknown, never answered`);
    const result = await attempt(() => answer(payload, registration));
    if (result === NO_REPLY) return this.#options.log.add(`${rpc}: never answered`);
    this.#options.log.add(`meeting → ${frame.pluginId} reply to ${rpc}`, result);
    reply(registration.channel, rpc, id, result);
  }

  async #onSyn(
    frame: HostedFrame,
    rpc: string,
    payload: unknown,
    replyTo: string,
    chanId: string,
  ): Promise<void> {
    const target = frame.iframe.contentWindow;
    if (!target) return;
    const reason = await this.#refuseSyn(frame, rpc, payload);
    const result = reason ? { ack: false, reason } : { ack: true };
    this.#options.log.add(`meeting → ${frame.pluginId} reply to ${rpc}`, result);
    if (reason) return reply(openChannel(target, chanId), rpc, replyTo, result);

    const registration = this.#registrations.add(frame, target, chanId);
    reply(registration.channel, rpc, replyTo, result);
    send(registration, 'event:languageSelect', this.#options.behavior.interfaceLanguage);
    this.#options.onRegistered((event, replayed) => send(registration, event, replayed));
  }

  async #refuseSyn(frame: HostedFrame, rpc: string, payload: unknown): Promise<string | undefined> {
    if ((rpc === 'syn:widget') !== frame.isWidget) return `${rpc} is not for this kind of frame`;
    const claimed = typeof payload === 'object' && payload ? Reflect.get(payload, idField(frame)) : undefined;
    if (typeof claimed !== 'string' || claimed === '') return 'A plugin needs an id';
    const isCompared = frame.isWidget || this.#options.behavior.pluginIds === 'compared';
    if (frame.pluginId === '' || !isCompared) frame.pluginId = claimed;
    if (claimed !== frame.pluginId) {
      return `The id "${claimed}" is not the manifest's, which is "${frame.pluginId}"`;
    }
    const isFree = this.#registrations.isFree(frame) && (await this.#registrations.mayRegister(frame));
    return isFree ? undefined : `A plugin with the id "${frame.pluginId}" is already registered`;
  }
}

function idField({ isWidget }: HostedFrame): string {
  return isWidget ? 'parentPluginId' : 'id';
}

/** A handler that trips over a malformed payload is the plugin's fault, and the plugin hears of it. */
async function attempt(run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : String(error), id: '' };
  }
}

type SomeEvent = Parameters<Channel['sendEvent']>[0];
type SomeReply = Parameters<Channel['replyRPC']>[0];

// The published types tie a payload to its name through conditional types that a generic caller cannot
// satisfy; `on` and `emit` hold that tie for their callers instead.
function send<K extends keyof EventMessage>(
  to: Registration,
  event: K,
  payload: EventMessage[K]['payload'],
): void {
  to.channel.sendEvent({ event, payload: cloneable(payload) } as SomeEvent);
}

function reply(channel: Channel, rpc: string, replyTo: string, payload: unknown): void {
  channel.replyRPC({ rpc, replyTo, payload: cloneable(payload) } as SomeReply);
}
