import type { DialRequest } from '../protocol/dial-fields';
import { createEmitter, type Emitter, type On } from './emitter';
import { MeetingError } from './meeting-error';

/**
 * The state of a call. `unknown`: the meeting was reloaded, and the plugin hasn't told about the call yet.
 */
export type OutgoingCallState = 'queued' | 'calling' | 'ringing' | 'joined' | 'left' | 'failed' | 'unknown';

/** The participant that a dial-out brought into the meeting. */
export type JoinedParticipant = {
  uuid: string;
  displayName?: string | undefined;
  /** False if a plugin of version 1 answered while several calls were open: another call can be meant. */
  certain: boolean;
};

/** The events of one call. */
export type CallEvents = {
  /** Every change of the state. */
  progress: { state: OutgoingCallState };
  /** The answer time has passed. The call goes on, and can still join. */
  'no-answer': Record<never, never>;
  joined: JoinedParticipant;
  /** The participant left after joining. */
  left: Record<never, never>;
  failed: MeetingError;
};

/** One dial-out. */
export interface OutgoingCall {
  /** The `requestId` in the messages about this call. */
  readonly id: string;
  readonly state: OutgoingCallState;
  /** Resolves when the participant joins; rejects with a `MeetingError`, such as the node's refusal. */
  readonly joined: Promise<JoinedParticipant>;
  readonly on: On<CallEvents>;
  /** Ends the call, before or after the answer. Rejects if the plugin can't. */
  hangUp(): Promise<void>;
}

/** A call as its connection keeps it. */
export type CallRecord = {
  readonly id: string;
  readonly request: DialRequest;
  state: OutgoingCallState;
  uuid?: string | undefined;
  /** Whether the plugin repeats the id in its answers. */
  isNamed?: boolean;
  /** Unanswered for so long that the next call was dialed. */
  gaveWay?: boolean;
  /** Whether an answer without an id could have been another call's. */
  isDoubtful?: boolean;
  timer?: ReturnType<typeof setTimeout>;
  hangUp?: Deferred<void> | undefined;
  readonly joined: Deferred<JoinedParticipant>;
  readonly events: Emitter<CallEvents>;
};

export type Deferred<T> = {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(error: MeetingError): void;
};

/** A promise of an answer. A rejection that the page doesn't await isn't an error of the page. */
export function deferred<T>(): Deferred<T> {
  // Not `Promise.withResolvers`, which is too new for some browsers of host pages. The function runs at once.
  const answer = {} as Deferred<T>;
  answer.promise = new Promise((resolve, reject) => {
    answer.resolve = resolve;
    answer.reject = reject;
  });
  answer.promise.catch(() => {});
  return answer;
}

/** A call that waits in the queue, with listeners of its own. */
export const newCall = (id: string, request: DialRequest): CallRecord => ({
  id,
  // A copy: the page can go on with its own while the call waits.
  request: { ...request },
  state: 'queued',
  joined: deferred(),
  events: createEmitter(),
});

/** Whether the plugin still owes an answer. */
export const isUnanswered = ({ state }: CallRecord): boolean => state === 'calling' || state === 'ringing';

/** Changes the state, and tells the page. */
export function move(call: CallRecord, state: OutgoingCallState): void {
  if (call.state === state) return;
  call.state = state;
  if (!isUnanswered(call)) clearTimeout(call.timer);
  call.events.emit('progress', { state });
}

/** The participant has joined. `certain` is false if the plugin’s answer can belong to another call. */
export function join(
  call: CallRecord,
  uuid: string,
  displayName: string | undefined,
  certain: boolean,
): void {
  if (call.state === 'joined') return;
  const participant = { uuid, displayName, certain };
  call.uuid = uuid;
  call.joined.resolve(participant);
  move(call, 'joined');
  call.events.emit('joined', participant);
}

/** The call has ended without having been joined: what waits for it is rejected with the error. */
export function fail(call: CallRecord, error: MeetingError): void {
  call.joined.reject(error);
  refuseHangUp(call, error);
  move(call, 'failed');
  call.events.emit('failed', error);
}

/** The call isn't hung up. The page can try again. */
export function refuseHangUp(call: CallRecord, error: MeetingError): void {
  call.hangUp?.reject(error);
  call.hangUp = undefined;
}

/** The participant has left, or the call was hung up. */
export function leave(call: CallRecord): void {
  call.hangUp?.resolve();
  call.joined.reject(new MeetingError('ended'));
  move(call, 'left');
  call.events.emit('left', {});
}
