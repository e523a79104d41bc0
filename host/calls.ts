/**
 * The calls of one connection.
 *
 *   queued ─▶ calling ─▶ ringing ─▶ joined ─▶ left
 *      │         └─────────┴──▶ failed          a reload in between ─▶ unknown, until the plugin tells
 *      └▶ failed                                 no answer in time ─▶ an event, not an end
 *
 * A plugin that repeats request ids gets many calls at once. Any other plugin gets one at a time, because its
 * answers don't tell which call they belong to.
 */
import type { DialRequest } from '../protocol/dial-fields';
import { LIMITS } from '../protocol/limits';
import type { PluginMessage } from '../protocol/messages';
import {
  type CallRecord,
  deferred,
  fail,
  isUnanswered,
  join,
  leave,
  move,
  newCall,
  type OutgoingCall,
  refuseHangUp,
} from './call';
import { lacking } from './dial-request';
import { MeetingError } from './meeting-error';
import type { PluginFrame } from './plugin-frame';

interface OutgoingCalls {
  dial(request: DialRequest, signal: AbortSignal | undefined): OutgoingCall;
  /** Dials queued calls, as many as the plugin can tell apart. */
  pump(): void;
  onPluginMessage(message: PluginMessage): void;
  /** The meeting was reloaded: queued calls end, and calls with a participant wait for `resume`. */
  onReload(): void;
  /**
   * The plugin is in a meeting again. If that is the meeting before the reload, its calls can be asked for.
   */
  resume(before: string | undefined): void;
  failAll(error: MeetingError): void;
}

type Names = { name: string; requestId?: string | undefined; uuid?: string | undefined };
type Answer = Extract<PluginMessage, { name: 'dial-out-success' | 'dial-out-error' }>;

const isAnswer = (message: PluginMessage): message is Answer =>
  message.name === 'dial-out-success' || message.name === 'dial-out-error';

/** Creates the calls of a connection. */
export function createCalls(plugin: PluginFrame, answerMs: number): OutgoingCalls {
  const calls = new Set<CallRecord>();
  const list = (isMeant: (call: CallRecord) => unknown) => [...calls].filter(isMeant);

  /** The calls of which any answer without an id can be. */
  const unnamed = () => list((call) => isUnanswered(call) && !call.isNamed);

  function end(call: CallRecord, error: MeetingError): void {
    calls.delete(call);
    fail(call, error);
  }

  function pump(): void {
    if (plugin.obstacle()) return;
    const isNamed = plugin.can('request-id');
    const max = isNamed ? LIMITS.openCalls : 1;
    for (const call of list(({ state }) => state === 'queued')) {
      if (list((each) => isUnanswered(each) && !each.gaveWay).length >= max) return;
      call.isNamed = isNamed;
      try {
        plugin.send({ name: 'dial-out', ...call.request, ...(isNamed && { requestId: call.id }) });
      } catch (error) {
        end(call, error as MeetingError);
        continue;
      }
      move(call, 'calling');
      const open = unnamed();
      for (const each of open) each.isDoubtful ||= open.length > 1;
      startClock(call);
    }
  }

  function startClock(call: CallRecord): void {
    clearTimeout(call.timer);
    call.timer = setTimeout(() => {
      const error = plugin.obstacle();
      if (error) end(call, error);
      else if (isUnanswered(call)) {
        call.gaveWay = true;
        call.events.emit('no-answer', {});
        pump();
      }
    }, answerMs);
  }

  const find = ({ requestId, uuid }: Names) =>
    list((call) => (requestId ? call.id === requestId : uuid && call.uuid === uuid))[0];

  function onAnswer(message: Answer, named: CallRecord | undefined): void {
    // An answer without an id belongs to the call whose turn it is, before any that gave way.
    const open = unnamed();
    const call = named ?? (message.requestId ? undefined : (open.find((each) => !each.gaveWay) ?? open[0]));
    if (!call) return;
    const certain = call === named || !call.isDoubtful;
    if (message.name === 'dial-out-error') end(call, new MeetingError('refused', message.message, certain));
    else join(call, message.uuid, message.displayName, certain);
    pump();
  }

  function hangUp(call: CallRecord): Promise<void> {
    const hungUp = call.hangUp ?? deferred<void>();
    if (call.state === 'queued') end(call, new MeetingError('aborted'));
    const error = plugin.obstacle('hang-up');
    if (!calls.has(call)) hungUp.resolve();
    else if (error) hungUp.reject(error);
    else {
      call.hangUp = hungUp;
      plugin.send({ name: 'hang-up', requestId: call.id, uuid: call.uuid });
    }
    return hungUp.promise;
  }

  function start(call: CallRecord, signal: AbortSignal | undefined): void {
    const missing = lacking(call.request);
    const obstacle = plugin.obstacle();
    const abort = () => {
      call.joined.reject(new MeetingError('aborted'));
      void hangUp(call);
    };
    if (missing) end(call, new MeetingError('bad-request', `Missing: ${missing}.`));
    // While there is no plugin a call waits for one, unless none can ever come.
    else if (obstacle && /closed|not-top/.test(obstacle.code)) end(call, obstacle);
    else if (signal?.aborted) abort();
    // It can have been hung up already.
    if (call.state !== 'queued') return;
    calls.add(call);
    signal?.addEventListener('abort', abort, { once: true });
    startClock(call);
    pump();
  }

  return {
    pump,
    dial(request, signal) {
      const call = newCall(newId(), request);
      // After this task, so that the page can add its listeners first.
      queueMicrotask(() => start(call, signal));
      return {
        id: call.id,
        get state() {
          return call.state;
        },
        joined: call.joined.promise,
        on: call.events.on,
        hangUp: () => hangUp(call),
      };
    },
    onPluginMessage(message) {
      const call = find(message);
      if (isAnswer(message)) onAnswer(message, call);
      if (!call) return;
      if (message.name === 'hang-up-error') refuseHangUp(call, new MeetingError('refused', message.message));
      if (message.name !== 'dial-out-progress') return;
      const { state, uuid = call.uuid, displayName } = message;
      call.uuid = uuid;
      if (state === 'left') {
        calls.delete(call);
        leave(call);
        pump();
      } else if (state !== 'joined') {
        if (call.state !== 'joined') move(call, state);
      } else if (uuid) join(call, uuid, displayName, true);
    },
    onReload() {
      for (const call of calls) {
        refuseHangUp(call, new MeetingError('reloaded'));
        if (call.uuid) move(call, 'unknown');
        else end(call, new MeetingError('reloaded'));
      }
    },
    resume(before) {
      const unknown = list(({ state }) => state === 'unknown');
      const canTell = plugin.can('call-status');
      const now = plugin.identity();
      // The alias can come with a second `connected`.
      if (unknown.length === 0 || plugin.obstacle() || (canTell && !now)) return;
      if (canTell && now === before)
        plugin.send({ name: 'call-status', calls: unknown.map(({ id, uuid }) => ({ requestId: id, uuid })) });
      else for (const call of unknown) end(call, new MeetingError('reloaded'));
    },
    failAll(error) {
      for (const call of calls) end(call, error);
    },
  };
}

/** Unique among everybody who dials in the same meeting. `crypto.randomUUID` exists only on secure pages. */
export const newId = (): string => `${Date.now()}-${Math.random()}`;
