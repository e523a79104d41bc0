import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { NOTICE_STRINGS as STRINGS } from '../../strings/notices';
import { KEPT_RUN, readKeptListRun } from '../lists/kept-run';
import { isOver } from '../state/call-result';
import type { PanelContext } from '../state/context';
import { withMemory } from '../state/remember';
import { restoreViews } from './restore-views';

/** How far a list had come. */
export type Progress = { over: number; all: number };

type Props = { context: PanelContext; left: Signal<Progress | undefined> };

/**
 * Says that the panel before was closed under a list, until the list has been on screen. Where the
 * administrator has turned *Dial out* off, nobody can go on with it.
 */
export function Interrupted({ context, left }: Props) {
  const { tab, dialView, possibleTabs, isOnScreen } = context;
  const progress = left.value;
  const isShown = tab.value === 'dial-out' && dialView.value === 'many' && isOnScreen.value;
  useEffect(() => {
    if (progress && isShown) left.value = undefined;
  }, [progress, isShown]);
  if (!progress || isShown || !possibleTabs.value.includes('dial-out')) return null;
  const show = () => {
    tab.value = 'dial-out';
    dialView.value = 'many';
    // Once it is on screen: what is hidden takes no focus.
    queueMicrotask(() => document.getElementById('tab-many')?.focus());
  };
  return (
    <p class="site-notice" role="alert">
      {STRINGS.interrupted(progress)}
      <button type="button" onClick={show}>
        {STRINGS.show}
      </button>
    </p>
  );
}

/** Reads what the panel before has left, once it is known which tab is in front. */
export function useInterrupted(context: PanelContext): Signal<Progress | undefined> {
  const progress = useSignal<Progress | undefined>(undefined);
  useEffect(() => {
    void restoreViews(context).then(() =>
      withMemory(context, (memory) => {
        const kept = readKeptListRun(memory.get(KEPT_RUN));
        if (kept && !kept.isDone) {
          const { rows } = kept;
          progress.value = { over: rows.filter(({ result }) => isOver(result)).length, all: rows.length };
        }
        return () => {};
      }),
    );
  }, []);
  return progress;
}
