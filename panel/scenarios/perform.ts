import type { ReadonlySignal } from '@preact/signals';
import { canHangUp, isActive } from '../../protocol/calls';
import type { DialRequest } from '../../protocol/dial-fields';
import type { Meeting } from '../../protocol/meeting';
import type { HostMessage } from '../../protocol/messages';
import type { Participant } from '../../protocol/people';
import type { PersonAction } from '../../protocol/person-actions';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import type { PlacedCall } from '../request/dialer';
import type { Dialed } from '../request/guard/concern';
import type { Clock } from './clock';
import { check } from './expect';
import { actionNow, isSo, outcomeOf } from './people-steps';
import { sentDial } from './read';
import type { ReceivedMessage, ReceivedMessages } from './received';
import { DONE, type Observation, type Scene } from './scene';
import { type ActionStep, type Expectation, isAction, type Step, THE_CALL, USUAL_SECONDS } from './steps';

/** What a run needs of the panel. All of it is about one meeting, whatever else the panel shows meanwhile. */
export type ScenarioNeeds = {
  meeting: ReadonlySignal<Meeting | undefined>;
  noAnswerAfterMs: ReadonlySignal<number>;
  now(): number;
  /** Calls its listener with every message that counts. */
  listen(listener: (message: ReceivedMessage) => void): void;
  /** Says something to the meeting's plugin as it stands. */
  send(message: HostMessage['name'], payload: Readonly<Record<string, unknown>>): void;
  setChat(active: boolean): void;
  setBadge(visible: boolean): void;
  reload(): void;
  /** Places a call within the limit of calls per minute; resolves with `undefined` without a meeting. */
  placeCall(request: DialRequest): Promise<PlacedCall | undefined>;
  /** Takes room for a call within the limit: 0, or how long to wait. */
  reserve(): Promise<number>;
  hangUp(call: string): void;
  /** Follows who is in the meeting, as long as the run lasts. */
  followPeople(): ReadonlySignal<ReadonlyMap<string, Participant> | undefined>;
  /** Requests something about people. The meeting shows its effect, or its refusal. */
  act(action: PersonAction & { requestId: string }): void;
  /** The ids of requests that were not carried out, since their meeting was gone. */
  refused: ReadonlySignal<readonly string[]>;
  /** Why something may not be dialed at all. */
  refusal(dialed: Dialed): string | undefined;
};

/** Tones show nowhere: without a refusal until then, they were sent. */
const TONES_MS = 2_000;

/** Does the steps of a run. */
interface Performer {
  /** Does a step, and resolves with what has come of it. */
  perform(step: Step): Promise<Observation>;
  /** Hangs up what the steps have dialed: nobody is left ringing. */
  hangUpAll(): void;
}

/**
 * @param isAboutPeople some step needs to know who is in the meeting
 * @param life aborts with the end of the run
 */
export function createPerformer(
  needs: ScenarioNeeds,
  clock: Clock,
  received: ReceivedMessages,
  isAboutPeople: boolean,
  life: AbortSignal,
): Performer {
  const { time, until, passed } = clock;
  const calls = new Map<string, string>();
  const people = isAboutPeople ? needs.followPeople() : undefined;

  const scene = (): Scene => ({
    meeting: needs.meeting.value,
    received,
    now: time.value,
    noAnswerAfterMs: needs.noAnswerAfterMs.value,
    people: people?.value,
    refused: needs.refused.value,
    idOf: (call) => calls.get(call),
  });

  const expected = (step: Expectation): Promise<Observation> =>
    until(() => check(step, scene()), step.within ?? USUAL_SECONDS);

  async function dial({ call = THE_CALL, request }: Extract<Step, { do: 'dial' }>): Promise<Observation> {
    for (;;) {
      received.begin(needs.now());
      const placed = await needs.placeCall(request);
      if (!placed) return { met: false, seen: SCENARIO_STRINGS.seen.notReady };
      if ('refusal' in placed) return { met: false, seen: placed.refusal };
      if ('call' in placed) {
        calls.set(call, placed.call);
        return DONE;
      }
      await passed(placed.waitMs);
      if (life.aborted) return { met: false, seen: '' };
    }
  }

  /** Sends a message as it stands. A call that is sent so is a call: what holds one back holds it back. */
  async function send(step: Extract<Step, { do: 'send' }>): Promise<Observation> {
    const dialed = sentDial(step);
    const refusal = dialed && needs.refusal(dialed);
    if (refusal) return { met: false, seen: refusal };
    for (let waitMs = 1; dialed && waitMs > 0; ) {
      waitMs = await needs.reserve();
      if (waitMs > 0) await passed(waitMs);
      if (life.aborted) return { met: false, seen: '' };
    }
    received.begin(needs.now());
    needs.send(step.message, step.payload ?? {});
    return DONE;
  }

  /** Loads the meeting again; it is another one as soon as its plugin is gone, or has spoken anew. */
  async function reload(seconds: number): Promise<Observation> {
    const meeting = needs.meeting.peek();
    // Web App 3 is the page itself: nobody else can load it again.
    if (meeting?.recognised && meeting.address === undefined)
      return { met: false, seen: SCENARIO_STRINGS.seen.notReloaded };
    needs.reload();
    return until(() => {
      const isGone = needs.meeting.value?.plugin.name !== 'ready';
      const isBack = received.all.value.some(({ from, name }) => from === 'plugin' && name === 'ready');
      return isGone || isBack ? DONE : { met: false, seen: SCENARIO_STRINGS.seen.notReloaded };
    }, seconds);
  }

  function hangUp(name: string): Observation {
    const id = calls.get(name);
    const meeting = needs.meeting.peek();
    const call = meeting?.calls.find((each) => each.id === id);
    if (meeting && !canHangUp(meeting, call ?? {}))
      return { met: false, seen: SCENARIO_STRINGS.seen.cannotHangUp };
    if (id !== undefined) needs.hangUp(id);
    return DONE;
  }

  /** Does something about people, once there is who it is about, and waits for its effect. */
  async function actUpon(step: ActionStep): Promise<Observation> {
    const seconds = step.within ?? USUAL_SECONDS;
    let action: PersonAction | undefined;
    const found = await until(() => {
      const now = actionNow(step, scene());
      if ('met' in now) return now;
      action = now;
      return DONE;
    }, seconds);
    if (!found.met || !action) return found;
    received.begin(needs.now());
    if (isSo(action, scene())) return DONE;
    const request = { ...action, requestId: crypto.randomUUID() };
    const sentAt = needs.now();
    needs.act(request);
    return until(() => outcomeOf(request, scene(), time.value - sentAt >= TONES_MS), seconds);
  }

  async function perform(step: Step): Promise<Observation> {
    if (isAction(step)) return actUpon(step);
    switch (step.do) {
      case 'expect-status':
      case 'expect-call':
      case 'expect-chat':
      case 'expect-badge':
      case 'expect-message':
      case 'expect-person':
      case 'expect-waiting':
      case 'expect-conference':
        return expected(step);
      case 'dial':
        return dial(step);
    }
    // Whatever else a step does, it does to a meeting.
    if (!needs.meeting.peek()) return { met: false, seen: SCENARIO_STRINGS.seen.notReady };
    received.begin(needs.now());
    switch (step.do) {
      case 'send':
        return send(step);
      case 'set-chat':
        needs.setChat(step.active);
        return DONE;
      case 'set-badge':
        needs.setBadge(step.visible);
        return DONE;
      case 'hang-up':
        return hangUp(step.call ?? THE_CALL);
      case 'reload':
        return reload(step.within ?? USUAL_SECONDS);
    }
  }

  function hangUpAll(): void {
    const ids = new Set(calls.values());
    const meeting = needs.meeting.peek();
    for (const call of meeting?.calls ?? []) {
      const isOurs = ids.has(call.id) && !call.hangUp && isActive(call);
      if (meeting && isOurs && canHangUp(meeting, call)) needs.hangUp(call.id);
    }
  }

  return { perform, hangUpAll };
}
