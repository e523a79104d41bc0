import { effect, type ReadonlySignal } from '@preact/signals';
import type { DialRequest } from '../../protocol/dial-fields';
import type { Call, Meeting } from '../../protocol/meeting';
import type { PeerConnection } from '../../protocol/panel';
import { isMeantFor, type MeetingRef } from '../../protocol/panel-requests';
import type { Result } from '../../protocol/result';
import type { Status } from '../../protocol/status';
import { GUARD_STRINGS } from '../../strings/guard';
import { STRINGS } from '../../strings/panel';
import type { DialFormState } from './form';
import { createPress, type Guard, type Press } from './guard/guard';

/** The `at` of what is said at the form. */
export const AT_FORM = 'form';

/**
 * What became of a wish to place a call: its id, how long the limit makes it wait, in milliseconds, or why it
 * may not be placed.
 */
export type PlacedCall = { call: string } | { waitMs: number } | { refusal: string };

/** The ways to place a call. */
export interface Dialer {
  /**
   * Dials the form, which is left as it is. Resolves with the id of the call, or `undefined` if none was
   * placed.
   */
  dial(): Promise<string | undefined>;
  /**
   * Dials a request that was checked before: a preset, an entry of the history. What speaks against it is
   * said at `at`. Resolves with the id of the call, or `undefined` if none was placed.
   */
  dialRequest(request: DialRequest, at: string): Promise<string | undefined>;
  /** Places a new call with the request of an earlier one. */
  dialAgain(call: Call): void;
  /** Captures the meeting that is shown; without one that can be dialed into it says why at `at`. */
  press(at: string): Press | undefined;
  /**
   * Places a call in a meeting if the policy of this moment allows it and the limit has room for it;
   * `undefined` if that meeting is not there any more. The user was asked before.
   */
  placeCall(request: DialRequest, into: MeetingRef, at?: string): Promise<PlacedCall | undefined>;
}

/** What dialing needs of the panel. */
type DialerNeeds = {
  form: DialFormState;
  guard: Guard;
  /** Resolves once limits, allow-lists and the defaults of the form are known. */
  loaded: Promise<void>;
  /** Those of the page in front. */
  meetings: ReadonlySignal<readonly Meeting[]>;
  /** Calls that a peer did not place. */
  refused: ReadonlySignal<readonly string[]>;
  /** The one that is shown. */
  meeting: ReadonlySignal<Meeting | undefined>;
  status: ReadonlySignal<Status>;
  /** Whether a call can be placed in it. */
  canDial: ReadonlySignal<boolean>;
  overlap: ReadonlySignal<boolean>;
  connection: PeerConnection;
  /** Takes note of a call and of where it was pressed, right before it is sent. */
  onPlaced(call: string, at: string | undefined): void;
  onPressed(meeting: Meeting): void;
  /** Says beside a button why nothing happened; '' takes back what was said. */
  showNotice(at: string, text: string, isLimit?: boolean): void;
};

/**
 * Makes the dialer. Each press captures the meeting that the user saw: whatever happens until the call is
 * sent, it goes there or nowhere.
 */
export function createDialer(needs: DialerNeeds): Dialer {
  const { form, guard, loaded, meetings, showNotice } = needs;
  // Not needed to show the panel, and there before anybody has typed a destination.
  const lookUp = import('./guard/already-there');
  /** What was pressed and is neither dialed nor refused yet. */
  const waiting = new Set<object>();
  /** Ends with the press before. */
  let turn: Promise<unknown> | undefined;
  /** The last call, until its peer has reported or refused it. */
  let unreported: readonly Call[] = [];
  effect(() => {
    const reported = [
      ...needs.refused.value,
      ...meetings.value.flatMap(({ calls }) => calls.map(({ id }) => id)),
    ];
    unreported = unreported.filter(({ id }) => !reported.includes(id));
  });

  function showLimit(at: string, waitMs: number): undefined {
    showNotice(at, GUARD_STRINGS.limit(Math.ceil(waitMs / 1000)), true);
  }

  function press(at: string): Press | undefined {
    const meeting = needs.meeting.peek();
    if (!needs.canDial.peek() || !meeting) {
      const status = needs.status.peek();
      if (status !== 'in-meeting') showNotice(at, STRINGS.notReady[status]);
      return undefined;
    }
    needs.onPressed(meeting);
    return createPress(meeting, meetings);
  }

  /**
   * Dialing may have to wait, for a look-up or an answer: what is pressed meanwhile is dialed after that, and
   * the same pressed again is not a second call.
   */
  async function dialInTurn(
    at: string,
    wanted: object,
    read: () => Promise<Result<DialRequest, unknown>>,
  ): Promise<string | undefined> {
    const pressed = !waiting.has(wanted) && press(at);
    if (!pressed) return undefined;
    waiting.add(wanted);
    // Read now, and dialed in turn.
    const mine = Promise.all([loaded.then(read), turn]).then(([checked]) =>
      checked.ok ? dialGuarded(checked.value, at, pressed) : undefined,
    );
    const end = () => waiting.delete(wanted);
    turn = mine.then(end, end);
    return mine;
  }

  async function dialGuarded(request: DialRequest, at: string, pressed: Press): Promise<string | undefined> {
    const refusal = guard.refusal(request);
    if (refusal) return showRefusal(request, refusal, at);
    const waitMs = await guard.waitMs();
    if (waitMs > 0) return showLimit(at, waitMs);
    showNotice(at, '');
    const meeting = meetingAt(pressed.target.peek());
    const there =
      unreported[0] || meeting?.calls[0] || meeting?.people
        ? await (await lookUp).alreadyThere([request], meeting, unreported, needs.connection)
        : [];
    const answer = await guard.confirm([request], pressed, there);
    if (answer === 'no') return undefined;
    // The question may have stood for long: meeting and limit are looked at again.
    const placed = answer === 'yes' ? await placeCall(request, pressed.target.peek(), at) : undefined;
    if (!placed) showNotice(at, GUARD_STRINGS.meetingGone(pressed.name));
    else if ('waitMs' in placed) showLimit(at, placed.waitMs);
    else if ('refusal' in placed) showRefusal(request, placed.refusal, at);
    else return placed.call;
    return undefined;
  }

  function showRefusal({ destination }: DialRequest, refusal: string, at: string): undefined {
    if (at !== AT_FORM) return showNotice(at, refusal) as undefined;
    form.refuse({ [guard.refusal({ destination }) ? 'destination' : 'presentation_url']: refusal });
  }

  const dialRequest = (request: DialRequest, at: string) =>
    dialInTurn(at, request, async () => ({ ok: true, value: request }));

  const meetingAt = ({ page, meeting }: MeetingRef) =>
    meetings.peek().find((each) => each.page === page && each.id === meeting);

  async function placeCall(
    request: DialRequest,
    into: MeetingRef,
    at?: string,
  ): Promise<PlacedCall | undefined> {
    await loaded;
    // A list runs for long: what was allowed when it began may be so no more.
    const refusal = guard.refusal(request);
    if (refusal) return { refusal };
    const waitMs = await guard.reserve();
    if (waitMs > 0) return { waitMs };
    const meeting = meetingAt(into);
    // The peer refuses it as well: what is known here may be old.
    if (!meeting || !isMeantFor({ type: 'dial', load: into.load }, meeting)) return undefined;
    const call = crypto.randomUUID();
    needs.onPlaced(call, at);
    unreported = [{ id: call, request, startedAt: 0, state: { name: 'calling', at: 0 } }];
    const overlap = needs.overlap.peek() && { overlap: true };
    needs.connection.send({ type: 'dial', ...into, call, request, ...overlap });
    return { call };
  }

  return {
    press,
    placeCall,
    dial: () => dialInTurn(AT_FORM, form.typed.peek(), form.check),
    dialRequest,
    dialAgain: (call) => void dialRequest(call.request, call.id),
  };
}
