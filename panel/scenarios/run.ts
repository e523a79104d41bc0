import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { canHangUp, isActive } from '../../protocol/calls';
import type { DialRequest } from '../../protocol/dial-fields';
import type { Meeting } from '../../protocol/meeting';
import type { HostMessage } from '../../protocol/messages';
import type { Participant } from '../../protocol/people';
import type { PersonAction } from '../../protocol/person-actions';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import type { PlacedCall } from '../request/dialer';
import type { Dialed } from '../request/guard/concern';
import { check } from './expect';
import { actionNow, isSo, outcomeOf } from './people-steps';
import { type Scenario, sentDial } from './read';
import { createReceived, type ReceivedMessage } from './received';
import type { Observation, Scene } from './scene';
import {
  type ActionStep,
  type Expectation,
  isAboutPeople,
  isAction,
  type Step,
  THE_CALL,
  USUAL_SECONDS,
} from './steps';

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
  /** Why something may not be dialled at all. */
  refusal(dialed: Dialed): string | undefined;
};

export type StepOutcome = 'waiting' | 'running' | 'passed' | 'failed' | 'skipped';

/** What has come of one step. */
export type StepReport = { name: string; outcome: StepOutcome; seconds: number; detail: string };

/** `interrupted`: its panel was closed under it. */
export type ScenarioState = 'running' | 'passed' | 'failed' | 'stopped' | 'interrupted';

/** A scenario that runs. */
export interface ScenarioRun {
  readonly scenario: Scenario;
  readonly startedAt: number;
  readonly reports: ReadonlySignal<readonly StepReport[]>;
  readonly state: ReadonlySignal<ScenarioState>;
  /** Does nothing more but hang up the calls that it has placed. */
  stop(): void;
}

const TICK_MS = 100;

/** Tones show nowhere: without a refusal until then, they were sent. */
const TONES_MS = 2_000;

/**
 * Plays a scenario step by step. The first that fails ends it, since the others build upon it. What `bring`
 * brings is needed until its signal aborts, with the end of the run.
 */
export function startScenario(scenario: Scenario, bring: (stop: AbortSignal) => ScenarioNeeds): ScenarioRun {
  const life = new AbortController();
  const needs = bring(life.signal);
  const startedAt = needs.now();
  const reports = signal<readonly StepReport[]>(
    scenario.steps.map(({ name }) => ({ name, outcome: 'waiting', seconds: 0, detail: '' })),
  );
  const state = signal<ScenarioState>('running');
  const time = signal(startedAt);
  const received = createReceived(startedAt);
  const calls = new Map<string, string>();
  const ticking = setInterval(() => {
    time.value = needs.now();
  }, TICK_MS);
  life.signal.addEventListener('abort', () => clearInterval(ticking), { once: true });
  needs.listen(received.add);
  const people = scenario.steps.some(isAboutPeople) ? needs.followPeople() : undefined;

  const report = (index: number, part: Partial<StepReport>) => {
    reports.value = reports.peek().map((each, at) => (at === index ? { ...each, ...part } : each));
  };

  /** Waits until `check` finds what it looks for, finds that it never will, or `seconds` are over. */
  function until(check: () => Observation, seconds: number): Promise<Observation> {
    const deadline = needs.now() + seconds * 1000;
    return new Promise((resolve) => {
      const end = new AbortController();
      const settle = (observation: Observation) => {
        end.abort();
        resolve(observation);
      };
      const dispose = effect(() => {
        // Taking a message out of what was heard calls for another check, which must not take the next one,
        // too.
        if (end.signal.aborted) return;
        const observation = check();
        if (observation.met || observation.isFinal) settle(observation);
        else if (time.value >= deadline)
          settle({ ...observation, seen: SCENARIO_STRINGS.seen.waited({ seconds, seen: observation.seen }) });
      });
      if (end.signal.aborted) dispose();
      else end.signal.addEventListener('abort', () => queueMicrotask(dispose), { once: true });
      life.signal.addEventListener('abort', () => settle({ met: false, seen: '' }), { once: true });
    });
  }

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
      if (life.signal.aborted) return { met: false, seen: '' };
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
      if (life.signal.aborted) return { met: false, seen: '' };
    }
    received.begin(needs.now());
    needs.send(step.message, step.payload ?? {});
    return DONE;
  }

  /** Waits for time to pass, or for the end. */
  function passed(ms: number): Promise<Observation> {
    const from = needs.now();
    return until(() => (time.value - from > ms ? DONE : { met: false, seen: '' }), ms / 1000 + 1);
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

  /** Nobody is left ringing. */
  function hangUpAll(): void {
    const ids = new Set(calls.values());
    const meeting = needs.meeting.peek();
    for (const call of meeting?.calls ?? []) {
      const isOurs = ids.has(call.id) && !call.hangUp && isActive(call);
      if (meeting && isOurs && canHangUp(meeting, call)) needs.hangUp(call.id);
    }
  }

  function end(as: ScenarioState): void {
    if (state.peek() !== 'running') return;
    reports.value = reports
      .peek()
      .map((each) =>
        each.outcome === 'waiting' || each.outcome === 'running' ? { ...each, outcome: 'skipped' } : each,
      );
    hangUpAll();
    state.value = as;
    life.abort();
  }

  async function play(): Promise<void> {
    for (const [index, step] of scenario.steps.entries()) {
      const from = needs.now();
      report(index, { outcome: 'running' });
      const observation = await perform(step);
      if (life.signal.aborted) return;
      const seconds = Math.round((needs.now() - from) / 10) / 100;
      if (observation.met) report(index, { outcome: 'passed', seconds });
      else {
        report(index, { outcome: 'failed', seconds, detail: observation.seen });
        end('failed');
        return;
      }
    }
    end('passed');
  }

  void play();
  return { scenario, startedAt, reports, state, stop: () => end('stopped') };
}

const DONE: Observation = { met: true };
