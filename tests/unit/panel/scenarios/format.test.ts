import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../../panel/scenarios/read';
import { MESSAGES, STEP_KINDS, stepFields } from '../../../../panel/scenarios/steps';
import { DIAL_FIELDS } from '../../../../protocol/dial-fields';

const schema = JSON.parse(readFileSync('docs/test/scenario.schema.json', 'utf8'));
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const scenarioWith = (...steps: object[]) => ({ version: 1, name: 'A test', steps });
const read = (file: unknown, given = {}) => readScenario(JSON.stringify(file), given);
const problemsOf = (file: unknown, given = {}) => {
  const result = read(file, given);
  return result.ok ? [] : result.error;
};

/** How a text names a variable. */
const place = (name: string) => `\${${name}}`;

const dial = { name: 'Dial', do: 'dial', request: { role: 'GUEST', destination: 'a', protocol: 'sip' } };

describe('docs/test/scenario.schema.json', () => {
  it('has every kind of step with the fields that are read', () => {
    for (const kind of STEP_KINDS) {
      const { properties } = schema.$defs[kind];
      expect(Object.keys(properties).sort(), kind).toEqual(
        ['do', 'name', ...Object.keys(stepFields[kind])].sort(),
      );
    }
    expect(schema.properties.steps.items.oneOf).toHaveLength(STEP_KINDS.length);
    expect(Object.keys(schema.$defs.request.properties)).toEqual(DIAL_FIELDS);
  });

  it('has every message of the protocol', () => {
    const { 'expect-message': expected, send } = schema.$defs;
    expect(expected.properties.message.enum).toEqual([...new Set([...MESSAGES.plugin, ...MESSAGES.top])]);
    expect(send.properties.message.enum).toEqual(MESSAGES.top);
  });

  const files = readdirSync('scenarios').filter((name) => name.endsWith('.json'));
  it('comes with at least six scenarios', () => expect(files.length).toBeGreaterThanOrEqual(6));
  it.each(files)('holds for %s, which can be read', (name) => {
    const file = JSON.parse(readFileSync(`scenarios/${name}`, 'utf8'));
    isValid(file);
    expect(isValid.errors ?? []).toEqual([]);
    expect(read(file)).toMatchObject({ ok: true });
  });
});

/** What is wrong, what is said of it, and whether a schema can see it as well. */
const BAD: [string, unknown, RegExp, boolean][] = [
  ['a list', [], /JSON object with version, name and steps/, true],
  ['no version', { name: 'x', steps: [dial] }, /^version must be 1/, true],
  ['a later version', { version: 2, name: 'x', steps: [dial] }, /^version must be 1/, true],
  ['no name', { version: 1, steps: [dial] }, /scenario’s name is required/, true],
  ['no steps', { version: 1, name: 'x', steps: [] }, /at least one step/, true],
  ['a stranger beside the steps', { ...scenarioWith(dial), setps: [] }, /unknown field: setps/, true],
  ['a step that is text', scenarioWith('dial' as unknown as object), /^Step 1: a step must be/, true],
  [
    'a step without a name',
    scenarioWith({ do: 'set-chat', active: true }),
    /^Step 1: name is required/,
    true,
  ],
  [
    'a step of no kind',
    scenarioWith({ name: 'Go', do: 'jump' }),
    /^Step 1 \(Go\): do must be one of expect-message, /,
    true,
  ],
  [
    'a field that is misspelt',
    scenarioWith({ name: 'Wait', do: 'expect-chat', active: true, withn: 3 }),
    /^Step 1 \(Wait\): withn isn’t a field of expect-chat\. Its fields are active, within/,
    true,
  ],
  [
    'text for a flag',
    scenarioWith({ name: 'On', do: 'set-chat', active: 'yes' }),
    /^Step 1 \(On\): active must be true or false/,
    true,
  ],
  [
    'a wait without end',
    scenarioWith({ name: 'W', do: 'expect-chat', active: true, within: 601 }),
    /within must be a number of seconds/,
    true,
  ],
  [
    'a status that is none',
    scenarioWith({ name: 'S', do: 'expect-status', status: 'joined' }),
    /status must be one of no-meeting, .*not "joined"/,
    true,
  ],
  [
    'a message that is none',
    scenarioWith({ name: 'M', do: 'expect-message', message: 'redy' }),
    /message must be one of ready, /,
    true,
  ],
  [
    'a message from the wrong end',
    scenarioWith({ name: 'M', do: 'expect-message', message: 'ready', from: 'top' }),
    /the top never sends ready\. It sends hello, /,
    false,
  ],
  [
    'a role that is none',
    scenarioWith({ ...dial, request: { ...dial.request, role: 'guest' } }),
    /^Step 1 \(Dial\): request\.role must be one of HOST, GUEST, not "guest"/,
    true,
  ],
  [
    'a request with a stranger',
    scenarioWith({ ...dial, request: { ...dial.request, pin: '1' } }),
    /pin isn’t a field of request/,
    true,
  ],
  [
    'a call that nobody dials',
    scenarioWith(dial, { name: 'H', do: 'hang-up', call: 'bob' }),
    /^Step 2 \(H\): no earlier step dials the call bob \(dialed so far: call\)/,
    false,
  ],
  [
    'two calls of one name',
    scenarioWith(dial, dial),
    /^Step 2 \(Dial\): another step already dials a call named call/,
    false,
  ],
  [
    'a reason for joining',
    scenarioWith(dial, { name: 'J', do: 'expect-call', state: 'joined', reason: 'x' }),
    /reason applies only to the state failed/,
    false,
  ],
  [
    'an action on nobody',
    scenarioWith({ name: 'A', do: 'admit' }),
    /^Step 1 \(A\): person is required: the name in the roster/,
    true,
  ],
  [
    'a person by name and by call',
    scenarioWith(dial, { name: 'M', do: 'mute', person: 'Ann', call: 'call' }),
    /^Step 2 \(M\): use person or call, not both/,
    true,
  ],
  [
    'a person by a call that nobody dials',
    scenarioWith({ name: 'M', do: 'mute', call: 'bob' }),
    /^Step 1 \(M\): no earlier step dials the call bob/,
    false,
  ],
  [
    'somebody absent who is muted',
    scenarioWith({ name: 'P', do: 'expect-person', person: 'Ann', present: false, muted: true }),
    /^Step 1 \(P\): remove muted: with present set to false/,
    true,
  ],
  [
    'a conference of which nothing is expected',
    scenarioWith({ name: 'C', do: 'expect-conference' }),
    /^Step 1 \(C\): at least one of locked, guestsMuted, started is required/,
    true,
  ],
  ['tones without digits', scenarioWith({ name: 'T', do: 'send-tones', person: 'Ann' }), /digits/, true],
  [
    'a transfer to an empty alias',
    scenarioWith({ name: 'T', do: 'transfer', person: 'Ann', alias: '' }),
    /alias must/,
    true,
  ],
  [
    'a person of everybody',
    scenarioWith({ name: 'L', do: 'lock', person: 'Ann' }),
    /person isn’t a field of lock/,
    true,
  ],
  [
    'a variable that is a number',
    { ...scenarioWith(dial), variables: { to: 3 } },
    /variable to must be text/,
    true,
  ],
  [
    'a variable of a bad name',
    { ...scenarioWith(dial), variables: { 'a b': '3' } },
    /variable name a b/,
    true,
  ],
  [
    'a variable that is not there',
    scenarioWith({ ...dial, name: place('who') }),
    /^Step 1 .*\$\{who\} isn’t declared/,
    false,
  ],
];

describe('a file that is wrong', () => {
  it.each(BAD)('%s', (_, file, says, isSeenBySchema) => {
    expect(problemsOf(file)).toContainEqual(expect.stringMatching(says));
    expect(isValid(file)).toBe(!isSeenBySchema);
  });

  it('says all that is wrong at once', () => {
    const file = scenarioWith({ name: 'A', do: 'set-chat' }, { name: 'B', do: 'send', message: 'x', to: 1 });
    expect(problemsOf(file)).toHaveLength(3);
  });

  it('says where JSON ends to be JSON', () => {
    expect(readScenario('{"version": 1,')).toMatchObject({
      ok: false,
      error: [expect.stringMatching(/Not valid JSON: .*JSON/)],
    });
  });
});

describe('variables', () => {
  const file = {
    ...scenarioWith(
      { ...dial, request: { ...dial.request, destination: `${place('user')}@${place('host')}` } },
      { name: 'It joins', do: 'expect-call', state: 'joined', within: place('patience') },
    ),
    variables: { user: 'alice', host: 'example.com', patience: '20' },
  };

  it('have defaults, are filled into texts and stand for numbers', () => {
    expect(read(file)).toMatchObject({
      ok: true,
      value: { steps: [{ request: { destination: 'alice@example.com' } }, { within: 20 }] },
    });
  });

  it('take the values that the user sets', () => {
    expect(read(file, { user: '$&', host: 'example.org' })).toMatchObject({
      ok: true,
      value: { steps: [{ request: { destination: '$&@example.org' } }, {}] },
    });
  });

  it('are refused where the scenario has none of that name, or the value does not fit', () => {
    expect(problemsOf(file, { usr: 'x' })).toEqual([
      'The scenario has no variable usr. Its variables are user, host, patience.',
    ]);
    expect(problemsOf(file, { patience: 'long' })).toEqual([
      expect.stringMatching(/^Step 2 \(It joins\): within must be a number of seconds/),
    ]);
  });
});
