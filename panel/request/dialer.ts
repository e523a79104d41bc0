import type { DialRequest } from '../../protocol/dial-fields';
import type { Call, Meeting } from '../../protocol/meeting';
import { GUARD_STRINGS } from '../../strings/guard';
import type { DialFormState } from './form';
import type { Guard } from './guard/guard';

/** The `at` of what is said at the form. */
export const AT_FORM = 'form';

/** What became of a wish to place a call: its id, or how long the limit makes it wait, in milliseconds. */
export type PlacedCall = { call: string } | { waitMs: number };

/** The ways to place a call. */
export interface Dialer {
  /** Dials what stands in the form, which stays there whatever comes of it. */
  dial(): Promise<void>;
  /**
   * Dials a request that was checked before: a preset, an entry of the history. What speaks against it is
   * said at `at`. Resolves with the id of the call, or `undefined` if none was placed.
   */
  dialRequest(request: DialRequest, at: string): Promise<string | undefined>;
  /** Places a new call with the request of an earlier one. */
  dialAgain(call: Call): void;
}

/** What dialling needs of the panel. */
export type DialerNeeds = {
  form: DialFormState;
  guard: Guard;
  /** Resolves once limits, allow-lists and the defaults of the form are known. */
  loaded: Promise<void>;
  /** The meeting to dial into; without one it says why, at the button that was pressed. */
  meetingFor(at: string): Meeting | undefined;
  placeCall(target: Meeting, request: DialRequest): Promise<PlacedCall>;
  /** Says beside a button why nothing happened; '' takes back what was said. */
  showNotice(at: string, text: string): void;
};

const limitReached = (waitMs: number) => GUARD_STRINGS.limit(Math.ceil(waitMs / 1000));

/** Makes the dialer. */
export function createDialer(needs: DialerNeeds): Dialer {
  const { form, guard, loaded, meetingFor, placeCall, showNotice } = needs;
  let isDialling = false;

  /** Dialling may have to wait, for a look-up or an answer; a second press meanwhile is not a second call. */
  async function oneAtATime<T>(job: () => Promise<T>): Promise<T | undefined> {
    if (isDialling) return undefined;
    isDialling = true;
    try {
      await loaded;
      return await job();
    } finally {
      isDialling = false;
    }
  }

  async function dialGuarded(request: DialRequest, at: string): Promise<string | undefined> {
    if (!meetingFor(at)) return undefined;
    const refusal = guard.refusal(request.destination);
    if (refusal && at === AT_FORM) form.refuse({ destination: refusal });
    else if (refusal) showNotice(at, refusal);
    if (refusal) return undefined;
    const waitMs = await guard.waitMs();
    showNotice(at, waitMs > 0 ? limitReached(waitMs) : '');
    if (waitMs > 0 || !(await guard.confirm([request.destination]))) return undefined;
    // The question may have stood for long: meeting and limit are looked at again.
    const target = meetingFor(at);
    const placed = target && (await placeCall(target, request));
    if (placed && 'waitMs' in placed) showNotice(at, limitReached(placed.waitMs));
    return placed && 'call' in placed ? placed.call : undefined;
  }

  return {
    dial: () =>
      oneAtATime(async () => {
        if (!meetingFor(AT_FORM)) return;
        await form.detection.settled();
        const checked = form.check();
        if (checked.ok) await dialGuarded(checked.value, AT_FORM);
      }),
    dialRequest: (request, at) => oneAtATime(() => dialGuarded(request, at)),
    dialAgain: (call) => void oneAtATime(() => dialGuarded(call.request, call.id)),
  };
}
