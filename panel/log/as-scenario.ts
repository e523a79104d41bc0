import { DIAL_FIELDS } from '../../protocol/dial-fields';
import type { PluginMessage } from '../../protocol/messages';
import { parsePluginMessage } from '../../protocol/parse-plugin-message';
import { type LogLine, payloadOf } from './entry';
import { createPeopleRecorder, isAboutPeople, readPersonAction, type WrittenStep } from './people-as-steps';

/** A scenario has no more steps. */
const MAX_STEPS = 200;
/** What a message of the plugin's has to say again. Ids, times and names are other ones every time. */
const LASTING: Readonly<Record<string, readonly string[]>> = {
  ready: [],
  'toggle-chat': ['active'],
  'button-state': ['active', 'badge'],
  connected: [],
  disconnected: [],
  message: ['text', 'own'],
  'message-error': [],
  'hang-up-error': [],
};

/**
 * Returns a scenario (docs/test/scenario.schema.json) that repeats the user's actions and expects the
 * plugin's messages. Destinations become variables. Names of steps are English: they are part of a file.
 */
export function asScenario(log: readonly LogLine[], name: string): string {
  const variables: Record<string, string> = {};
  const calls = new Map<string, string>();
  const people = createPeopleRecorder();
  const done: WrittenStep[] = [];
  for (const entry of log) {
    const payload = payloadOf(entry);
    const given = (field: string): unknown => Reflect.get(Object(payload), field);
    if (entry.verdict === 'asked') {
      done.push(...requestSteps(String(given('type')), given, calls, variables));
      const action = given('type') === 'act' ? readPersonAction(given('action')) : undefined;
      if (action) done.push(people.stepFor(action, calls));
    }
    const parsed = entry.verdict === 'accepted' ? parsePluginMessage(payload) : undefined;
    if (!parsed?.ok) continue;
    people.learn(parsed.message);
    // Messages before the first action come before the scenario, too.
    if (done.length > 0) done.push(...messageSteps(parsed.message, calls));
  }
  const steps = [{ name: 'The plugin is there', do: 'expect-status', status: 'ready' }, ...done];
  return `${JSON.stringify({ version: 1, name, variables, steps: steps.slice(0, MAX_STEPS) }, undefined, 2)}\n`;
}

function requestSteps(
  type: string,
  given: (field: string) => unknown,
  calls: Map<string, string>,
  variables: Record<string, string>,
): WrittenStep[] {
  const id = String(given('call'));
  switch (type) {
    case 'set-chat': {
      const active = given('active') === true;
      return [{ name: `The Chat button is turned ${active ? 'on' : 'off'}`, do: 'set-chat', active }];
    }
    case 'set-badge': {
      const visible = given('visible') === true;
      return [{ name: `The badge is ${visible ? 'shown' : 'hidden'}`, do: 'set-badge', visible }];
    }
    case 'send-message':
      return [
        { name: 'A message is sent', do: 'send', message: 'send-message', payload: { text: given('text') } },
      ];
    case 'dial': {
      const number = calls.size + 1;
      const call = `call-${number}`;
      calls.set(id, call);
      const request = Object(given('request')) as Record<string, unknown>;
      variables[`destination${number}`] = String(request.destination);
      const body = Object.fromEntries(
        DIAL_FIELDS.flatMap((field) => (field in request ? [[field, request[field]]] : [])),
      );
      return [
        {
          name: `Call ${number} is dialed`,
          do: 'dial',
          call,
          request: { ...body, destination: `\${destination${number}}` },
        },
      ];
    }
    case 'hang-up': {
      const call = calls.get(id);
      return call ? [{ name: `${call} is hung up`, do: 'hang-up', call }] : [];
    }
  }
  return [];
}

function messageSteps(message: PluginMessage, calls: ReadonlyMap<string, string>): WrittenStep[] {
  if (isAboutPeople(message)) return [];
  switch (message.name) {
    case 'dial-out-success':
    case 'dial-out-error': {
      // A plugin that does not say which call it means answers the last one.
      const call = calls.get(message.requestId ?? '') ?? [...calls.values()].at(-1);
      const state = message.name === 'dial-out-success' ? 'joined' : 'failed';
      return call ? [{ name: `${call} has ${state}`, do: 'expect-call', call, state, within: 60 }] : [];
    }
    case 'dial-out-progress': {
      const call = calls.get(message.requestId ?? '');
      if (!call || message.state === 'calling') return [];
      return [
        { name: `${call} is ${message.state}`, do: 'expect-call', call, state: message.state, within: 60 },
      ];
    }
    // Nobody presses the button of the meeting in a test.
    case 'toggle-chat':
      return [];
    default: {
      const fields = (LASTING[message.name] ?? []).map((field) => [field, Reflect.get(message, field)]);
      const about = fields.length > 0 ? { payload: Object.fromEntries(fields) } : {};
      return [
        { name: `The plugin says ${message.name}`, do: 'expect-message', message: message.name, ...about },
      ];
    }
  }
}
