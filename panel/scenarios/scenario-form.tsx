import type { TargetedEvent } from 'preact';
import type { Meeting } from '../../protocol/meeting';
import { SCENARIO_STRINGS } from '../../strings/scenarios';
import { createPress } from '../request/guard/guard';
import type { PanelContext } from '../state/context';
import { useRemembered } from '../state/use-remembered';
import { SelectField } from '../ui/select-field';
import { TextAreaField } from '../ui/text-area-field';
import { useOneAtATime } from '../ui/use-one-at-a-time';
import { SHIPPED } from './bundled';
import { type FilledScenario, readFilled } from './kept-scenario';
import { dialsOf, inStep, MAX_SCENARIO_BYTES, readScenario, type Scenario } from './read';
import { missingFor } from './required-feature';
import { isAction } from './steps';

type Props = { context: PanelContext; start(scenario: Scenario, into: Meeting | undefined): void };

const OWN = 'own';

const FIRST: FilledScenario = { chosen: '0', text: SHIPPED[0]?.text ?? '', given: {} };

/** Chooses a scenario, shows what it will do, and starts it. */
export function ScenarioForm({ context, start }: Props) {
  const { store } = context;
  const filled = useRemembered(context, 'scenario', FIRST, readFilled);
  const { chosen, text, given } = filled.value;
  const read = readScenario(text, given);
  // What a value makes wrong is told beside the values, so these have to stay on screen.
  const withDefaults = readScenario(text);
  const variables = withDefaults.ok ? withDefaults.value.variables : {};

  const take = (next: string, from: string) => {
    filled.value = { chosen: from, text: next, given: {} };
  };
  const readFile = async ({ currentTarget: input }: TargetedEvent<HTMLInputElement>) => {
    const [file] = input.files ?? [];
    if (!file) return;
    // Of a file that is too large, no more is read than shows that it is.
    take(await file.slice(0, MAX_SCENARIO_BYTES + 1).text(), OWN);
    // So that the same file, mended, can be chosen again.
    input.value = '';
  };
  const once = useOneAtATime();
  const run = async () => {
    if (!read.ok) return;
    // Before anything is awaited: the meeting that the user sees at this moment.
    const meeting = store.meeting.peek();
    const press = meeting && createPress(meeting, store.meetings);
    await store.settings.loaded;
    if ((await store.guard.confirm(dialsOf(read.value), press)) === 'yes') start(read.value, meeting);
  };
  return (
    <form
      aria-label={SCENARIO_STRINGS.scenario}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void once(run);
      }}
    >
      <SelectField
        id="scenario-choice"
        class="wide"
        label={SCENARIO_STRINGS.choice}
        value={chosen}
        choices={[
          ...SHIPPED.map(({ name }, index) => [String(index), name] as const),
          [OWN, SCENARIO_STRINGS.own],
        ]}
        onChoose={(value) => take(SHIPPED[Number(value)]?.text ?? '', value)}
      />
      <details class="wide" open={chosen === OWN || !withDefaults.ok}>
        <summary>{SCENARIO_STRINGS.file}</summary>
        <div class="field">
          <label for="scenario-file">{SCENARIO_STRINGS.load}</label>
          <input id="scenario-file" type="file" accept=".json" onChange={(event) => void readFile(event)} />
        </div>
        <TextAreaField
          id="scenario-text"
          label={SCENARIO_STRINGS.text}
          hintId="scenario-problems"
          attributes={{
            class: 'code',
            rows: 8,
            value: text,
            'aria-invalid': withDefaults.ok ? undefined : true,
            onInput: ({ currentTarget }) => take(currentTarget.value, OWN),
          }}
        />
      </details>
      {Object.keys(variables).length > 0 && (
        <fieldset class="wide variables">
          <legend>{SCENARIO_STRINGS.variables}</legend>
          {Object.entries(variables).map(([name, value]) => (
            <label key={name}>
              <span>{name}</span>
              <input
                type="text"
                autocomplete="off"
                autocapitalize="none"
                spellcheck={false}
                dir="auto"
                value={given[name] ?? value}
                onInput={({ currentTarget }) => {
                  filled.value = { ...filled.peek(), given: { ...given, [name]: currentTarget.value } };
                }}
              />
            </label>
          ))}
        </fieldset>
      )}
      <div class="wide" id="scenario-problems">
        {read.ok ? (
          <Summary scenario={read.value} meeting={store.meeting.value} />
        ) : (
          text !== '' && <Problems problems={read.error} />
        )}
      </div>
      <div class="actions">
        <button type="submit" class="primary" disabled={!read.ok} aria-describedby="scenario-problems">
          {SCENARIO_STRINGS.run}
        </button>
      </div>
    </form>
  );
}

const Problems = ({ problems }: { problems: readonly string[] }) => (
  <ul class="bad-lines" aria-label={SCENARIO_STRINGS.problemsOfFile}>
    {problems.map((problem) => (
      <li key={problem}>{problem}</li>
    ))}
  </ul>
);

/** What the scenario is for, and whom it will call: nobody is dialed who did not stand here. */
function Summary({ scenario, meeting }: { scenario: Scenario; meeting: Meeting | undefined }) {
  const dials = dialsOf(scenario);
  const sent = dials.filter(({ isSent }) => isSent).length;
  const actions = scenario.steps.filter(isAction).length;
  const beyond = meeting ? beyondPlugin(scenario, meeting) : [];
  return (
    <>
      {scenario.description && (
        <p class="help" dir="auto">
          {scenario.description}
        </p>
      )}
      <p>
        {SCENARIO_STRINGS.stepsInAll(scenario.steps.length)} {dials.length === 0 && SCENARIO_STRINGS.noDials}
        {sent < dials.length && SCENARIO_STRINGS.dials(dials.length - sent)}
        {sent > 0 && <> {SCENARIO_STRINGS.sentDials(sent)}</>}
        {actions > 0 && <> {SCENARIO_STRINGS.actions(actions)}</>}
      </p>
      {beyond.length > 0 && <Problems problems={beyond} />}
      {dials.length > 0 && (
        <ul class="dials" aria-label={SCENARIO_STRINGS.destinations}>
          {dials.map(({ destination, protocol }, index) => (
            <li key={index}>
              <bdi>{destination}</bdi> <span class="help">{protocol}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The steps that the plugin of this meeting cannot fulfill, each with the feature that it lacks. */
const beyondPlugin = ({ steps }: Scenario, meeting: Meeting): readonly string[] =>
  steps.flatMap((step, index) => {
    const missing = missingFor(step, meeting);
    return missing === undefined ? [] : [inStep(index, step.name, SCENARIO_STRINGS.seen.lacks(missing))];
  });
