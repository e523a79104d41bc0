import { useEffect, useState } from 'preact/hooks';
import type { DialRequest } from '../../protocol/dial-fields';
import type { Preset } from '../../settings/presets/preset';
import { GUARD_STRINGS } from '../../strings/guard';
import { LIST_STRINGS } from '../../strings/lists';
import { STRINGS } from '../../strings/panel';
import { alreadyThere } from '../request/guard/already-there';
import type { Press } from '../request/press';
import type { PanelContext } from '../state/context';
import { NoticeText } from '../state/notice';
import { SelectField } from '../ui/select-field';
import type { Target } from './lines';
import { ListPreview } from './list-preview';
import { ListRun } from './list-run';
import { PastedNotice } from './pasted-notice';
import { type Run, startRun } from './run';
import { withoutRepeats } from './summary';
import { useReadLines } from './use-read-lines';

const AT_LISTS = 'lists';

/** Many destinations, dialled one after the other or some at a time. */
export function Lists({ context }: { context: PanelContext }) {
  const { store, connection, presets, lines, replacedLines, signal } = context;
  useEffect(() => void presets.load(), [presets]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const settings = store.settings.settings.value;
  const [chosenRole, setRole] = useState<DialRequest['role']>();
  const role = chosenRole ?? settings.role;
  const [atATime, setAtATime] = useState(1);
  const [error, setError] = useState('');
  const [run, setRun] = useState<Run>();
  useEffect(() => {
    const dispose = () => run?.dispose();
    signal.addEventListener('abort', dispose, { once: true });
    return dispose;
  }, [run, signal]);
  const all = presets.store.value?.presets.value ?? [];
  const [isOnce, setOnce] = useState(false);
  const reading = useReadLines(lines.value, { ...settings, role });
  const picked = all.filter(({ id }) => chosen.has(id)).map(asTarget);

  const dialAll = async (event: Event) => {
    event.preventDefault();
    // Before anything is awaited: the meeting that the user sees at this moment.
    const press = store.press(AT_LISTS);
    const found: Target[] = [...picked, ...(await reading.settled())];
    const targets = isOnce ? withoutRepeats(found) : found;
    setError(targets.length === 0 ? LIST_STRINGS.nothing : '');
    if (targets.length === 0 || !press) return;
    const requests = targets.flatMap((each) => ('request' in each ? [each.request] : []));
    const { page, meeting: id } = press.target.peek();
    const meeting = store.meetings.peek().find((each) => each.page === page && each.id === id);
    const there = await alreadyThere(requests, meeting, [], connection);
    const destinations = requests.map(({ destination }) => destination);
    const answer = await store.guard.confirm(destinations, press, there);
    if (answer === 'yes') {
      replacedLines.value = undefined;
      setRun(startRun(targets, atATime, needsOf(context, press)));
    } else if (answer === 'gone') store.showNotice(AT_LISTS, GUARD_STRINGS.meetingGone(press.name));
  };
  const isPasted = replacedLines.value !== undefined;
  // Lines that are pasted while results are shown are the next list.
  useEffect(() => {
    if (isPasted && run?.state.peek() === 'done') setRun(undefined);
  }, [isPasted, run]);
  if (run) {
    return (
      <>
        <PastedNotice context={context} />
        <ListRun context={context} run={run} onNew={() => setRun(undefined)} />
      </>
    );
  }
  return (
    <section class="lists">
      <form aria-label={LIST_STRINGS.lists} noValidate onSubmit={(event) => void dialAll(event)}>
        <div class="field wide">
          <label for="list-lines">{LIST_STRINGS.destinations}</label>
          <textarea
            id="list-lines"
            dir="ltr"
            rows={6}
            spellcheck={false}
            autocapitalize="none"
            value={lines.value}
            aria-invalid={error ? true : undefined}
            aria-describedby={`list-lines-help${error ? ' list-lines-error' : ''}`}
            onInput={(event) => {
              lines.value = event.currentTarget.value;
              replacedLines.value = undefined;
            }}
          />
          {error && (
            <p class="error" id="list-lines-error">
              {error}
            </p>
          )}
          <p class="help" id="list-lines-help">
            {LIST_STRINGS.destinationsHelp}
          </p>
          <PastedNotice context={context} />
        </div>
        {all.length > 0 && (
          <fieldset class="wide">
            <legend>{LIST_STRINGS.presets}</legend>
            {all.map(({ id, name }) => (
              <label key={id} class="choice">
                <input
                  type="checkbox"
                  checked={chosen.has(id)}
                  onChange={() => setChosen(toggled(chosen, id))}
                />
                {name}
              </label>
            ))}
          </fieldset>
        )}
        <SelectField
          id="list-role"
          label={LIST_STRINGS.role}
          help={LIST_STRINGS.roleHelp}
          value={role}
          choices={[
            ['GUEST', STRINGS.choices.role.GUEST],
            ['HOST', STRINGS.choices.role.HOST],
          ]}
          onChoose={(chosen: 'GUEST' | 'HOST') => setRole(chosen)}
        />
        <SelectField
          id="list-at-a-time"
          label={LIST_STRINGS.atATime}
          help={LIST_STRINGS.atATimeHelp}
          value={String(atATime)}
          choices={[1, 2, 3, 5, 10, 20].map((count) => [String(count), String(count)] as const)}
          onChoose={(chosen) => setAtATime(Number(chosen))}
        />
        <ListPreview
          targets={[...picked, ...(reading.targets ?? [])]}
          refusal={store.guard.refusal}
          offer={{ settings: store.settings, openOptions: context.openOptions }}
          isOnce={isOnce}
          onOnce={setOnce}
        />
        <div class="actions">
          <button type="submit" class="primary" aria-describedby="lists-notice">
            {LIST_STRINGS.dialAll}
          </button>
          <NoticeText store={store} at={AT_LISTS} id="lists-notice" />
        </div>
      </form>
    </section>
  );
}

const asTarget = ({ name, request }: Preset): Target => ({ name, request });

const needsOf = ({ store }: PanelContext, press: Press) => ({
  press,
  refused: store.refused,
  calls: store.calls,
  noAnswerAfterMs: store.noAnswerAfterMs,
  now: Date.now,
  placeCall: store.placeCall,
  refusal: store.guard.refusal,
  hangUp: store.hangUp,
});

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
