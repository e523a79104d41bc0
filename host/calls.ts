/**
 * The calls of one connection.
 *
 *   queued ─▶ calling ─▶ ringing ─▶ joined ─▶ left
 *      │         └─────────┴──▶ failed          a reload in between ─▶ unknown, until the plugin tells
 *      └▶ failed                                 no answer in time ─▶ an event, not an end
 *
 * A plugin that repeats request ids gets many calls at once. Any other plugin gets one at a time, because its answers
 * don't tell which call they belong to.
 */
import { parseDialRequest } from '../protocol/dial-request';
import { inEnglish } from '../protocol/english';
import { LIMITS } from '../protocol/limits';
import type { HostMessage, PluginMessage } from '../protocol/messages';
import { type Call, type CallRecord, fail, isUnanswered, join, leave, move, newCall } from './call';
import { MeetingError } from './meeting-error';

export interface Calls {
  dial(request: unknown, signal: AbortSignal | undefined): Call;
  /** Dials queued calls, as many as the plugin can tell apart. */
  pump(): void;
  onPluginMessage(message: PluginMessage): void;
  /** The meeting was reloaded: queued calls end, and calls with a participant wait for `resume`. */
  onReload(): void;
  /** The plugin is in the meeting again. `isSame`: it is the same meeting, whose calls can be asked for. */
  resume(isSame: boolean): void;
  failAll(error: MeetingError): void;
}

/** What the calls need of their connection. */
export type CallContext = {
  send(message: HostMessage): void;
  isReady(): boolean;
  can(feature: string): boolean;
  answerMs: number;
};

const reloaded = () =>
  new MeetingError(
    'reloaded',
    'The meeting was reloaded during the call.',
    'Check the participants, then dial again.',
  );

export function createCalls({ send, isReady, can, answerMs }: CallContext): Calls {
  const calls = new Set<CallRecord>();
  const list = (isMeant: (call: CallRecord) => boolean) => [...calls].filter(isMeant);

  function end(call: CallRecord, error: MeetingError): void {
    calls.delete(call);
    fail(call, error);
  }

  function pump(): void {
    if (!isReady()) return;
    const isNamed = can('request-id');
    const most = isNamed ? LIMITS.openCalls : 1;
    for (const call of list(({ state }) => state === 'queued')) {
      if (list((each) => isUnanswered(each) && !each.gaveWay).length >= most) return;
      if (!call.request) continue;
      call.isNamed = isNamed;
      send({ name: 'dial-out', ...call.request, ...(isNamed && { requestId: call.id }) });
      move(call, 'calling');
      call.timer = setTimeout(() => {
        call.gaveWay = true;
        call.events.emit('no-answer', {});
        pump();
      }, answerMs);
    }
  }

  function find({ requestId, uuid }: { requestId?: string | undefined; uuid?: string | undefined }) {
    return list((call) => (requestId ? call.id === requestId : uuid !== undefined && call.uuid === uuid))[0];
  }

  /** The call that an answer without an id belongs to: the one whose turn it is, before any that gave way. */
  function inTurn(): [CallRecord | undefined, certain: boolean] {
    const open = list((call) => isUnanswered(call) && !call.isNamed);
    return [open.find((call) => !call.gaveWay) ?? open[0], open.length === 1];
  }

  function onAnswer(message: Extract<PluginMessage, { name: 'dial-out-success' | 'dial-out-error' }>): void {
    const named = find({ ...message });
    if (!named && message.requestId) return;
    const [call, certain] = named ? [named, true] : inTurn();
    if (!call) return;
    if (message.name === 'dial-out-success') {
      const { uuid, displayName } = message;
      join(call, { uuid, displayName, certain });
    } else
      end(
        call,
        new MeetingError('refused', message.message, 'Check the destination and the protocol.', certain),
      );
    pump();
  }

  function hangUp(call: CallRecord): Promise<void> {
    if (!calls.has(call)) return Promise.resolve();
    if (call.state === 'queued') {
      end(call, new MeetingError('aborted', 'The call was canceled before it was dialed.', 'Dial again.'));
      return Promise.resolve();
    }
    if (!can('hang-up')) {
      const advice = 'Remove the participant in the meeting.';
      return Promise.reject(new MeetingError('unsupported', "The plugin can't end calls.", advice));
    }
    return new Promise((resolve, reject) => {
      call.hangUp = { resolve, reject };
      send({ name: 'hang-up', requestId: call.id, uuid: call.uuid });
    });
  }

  function onAbort(call: CallRecord): void {
    const canEnd = call.state === 'queued' || can('hang-up');
    call.joined.reject(
      new MeetingError(
        'aborted',
        'The call was aborted.',
        canEnd ? 'Dial again.' : "The plugin can't end calls: remove the participant in the meeting.",
      ),
    );
    hangUp(call).catch(() => {});
  }

  return {
    pump,
    dial(input, signal) {
      const read = parseDialRequest(input);
      const call = newCall(newId(), read.ok ? read.value : undefined);
      if (!read.ok) {
        const message = `Not a dial request: ${read.error.map(inEnglish).join(', ')}.`;
        queueMicrotask(() => fail(call, new MeetingError('bad-request', message, 'Correct these fields.')));
      } else {
        calls.add(call);
        // After this task, so that the page can add its listeners first.
        queueMicrotask(() => {
          if (signal?.aborted) onAbort(call);
          else pump();
        });
        signal?.addEventListener('abort', () => onAbort(call), { once: true });
      }
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
      switch (message.name) {
        case 'dial-out-success':
        case 'dial-out-error':
          return onAnswer(message);
        case 'dial-out-progress': {
          const call = find(message);
          if (!call) return;
          call.uuid = message.uuid ?? call.uuid;
          if (message.state === 'left') {
            calls.delete(call);
            leave(call);
            pump();
          } else if (message.state === 'joined') {
            const { uuid = call.uuid, displayName } = message;
            if (uuid !== undefined) join(call, { uuid, displayName, certain: true });
          } else if (call.state !== 'joined') move(call, message.state);
          return;
        }
        case 'hang-up-error': {
          const call = find(message);
          call?.hangUp?.reject(
            new MeetingError('refused', message.message, 'Remove the participant in the meeting.'),
          );
          if (call) call.hangUp = undefined;
        }
      }
    },
    onReload() {
      for (const call of calls) {
        if (call.state === 'queued' || call.uuid === undefined) end(call, reloaded());
        else move(call, 'unknown');
      }
    },
    resume(isSame) {
      const unknown = list(({ state }) => state === 'unknown');
      if (unknown.length === 0) return;
      if (isSame && can('call-status')) {
        send({ name: 'call-status', calls: unknown.map(({ id: requestId, uuid }) => ({ requestId, uuid })) });
      } else for (const call of unknown) end(call, reloaded());
    },
    failAll(error) {
      for (const call of calls) end(call, error);
    },
  };
}

/** Unique among everybody who dials in the same meeting. `crypto.randomUUID` exists only on secure pages. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
