import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { NOTICE_STRINGS as STRINGS } from '../../strings/notices';
import { KEPT_RUN, readKeptListRun } from '../lists/kept-run';
import { KEPT_SCENARIO_RUN, readKeptScenario } from '../scenarios/kept-scenario';
import { isOver } from '../state/call-result';
import type { PanelContext } from '../state/context';
import type { PanelMemory } from '../state/panel-memory';
import { withMemory } from '../state/remember';
import { restoreViews } from './restore-views';

/** How far a list or a scenario had come. */
type Progress = { over: number; all: number };

/** What the panel before was closed under. */
type Left = { list?: Progress | undefined; scenario?: Progress | undefined };

/** Where it is gone on with. */
const VIEWS_OF_RUNS = {
  list: { tab: 'dial-out', view: 'many' },
  scenario: { tab: 'testing', view: 'tests' },
} as const;
const KINDS = ['list', 'scenario'] as const;
type Kind = (typeof KINDS)[number];

type Props = { context: PanelContext; left: Interruptions };

/** Says what the panel before was closed under. */
export const Interrupted = ({ context, left }: Props) =>
  KINDS.map((kind) => <Interruption key={kind} context={context} left={left} kind={kind} />);

/**
 * Says so of a list or a scenario, until it has been on screen. Where the administrator has turned its tab
 * off, nobody can go on with it.
 */
function Interruption({ context, left, kind }: Props & { kind: Kind }) {
  const { tab, dialView, testingView, possibleTabs, isOnScreen } = context;
  const place = VIEWS_OF_RUNS[kind];
  const progress = left.value[kind];
  const isInFront = [dialView.value, testingView.value].some((view) => view === place.view);
  const isShown = tab.value === place.tab && isInFront && isOnScreen.value;
  const hide = () => {
    left.value = { ...left.peek(), [kind]: undefined };
  };
  useEffect(() => {
    if (progress && isShown) hide();
  }, [progress, isShown]);
  if (!progress || isShown || !possibleTabs.value.includes(place.tab)) return null;
  const show = () => {
    tab.value = place.tab;
    if (kind === 'list') dialView.value = 'many';
    else testingView.value = 'tests';
    // Once it is on screen: what is hidden takes no focus. *Testing* can still be on its way.
    queueMicrotask(() =>
      (document.getElementById(`tab-${place.view}`) ?? document.getElementById(`tab-${place.tab}`))?.focus(),
    );
  };
  return (
    <p class="site-notice" role="alert">
      {STRINGS.interrupted[kind](progress)}
      <button type="button" onClick={show}>
        {STRINGS.show}
      </button>
      <button type="button" class="plain" onClick={hide}>
        {STRINGS.hide}
      </button>
    </p>
  );
}

/** Reads what the panel before has left, once it is known which view is in front. */
export function useInterrupted(context: PanelContext) {
  const left = useSignal<Left>({});
  useEffect(() => {
    void restoreViews(context).then(() =>
      withMemory(context, (memory) => {
        left.value = { list: readList(memory), scenario: readScenario(memory) };
        return () => {};
      }),
    );
  }, []);
  return left;
}

export type Interruptions = ReturnType<typeof useInterrupted>;

function readList(memory: PanelMemory): Progress | undefined {
  const kept = readKeptListRun(memory.get(KEPT_RUN));
  if (!kept || kept.isDone) return undefined;
  return { over: kept.rows.filter(({ result }) => isOver(result)).length, all: kept.rows.length };
}

function readScenario(memory: PanelMemory): Progress | undefined {
  const kept = memory.get(KEPT_SCENARIO_RUN);
  // A report that says so was on screen.
  if (Object(kept).state !== 'running') return undefined;
  const reports = readKeptScenario(kept)?.reports.value;
  return (
    reports && { over: reports.filter(({ outcome }) => outcome === 'passed').length, all: reports.length }
  );
}
