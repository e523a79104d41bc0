import { effect } from '@preact/signals';
import { TABS } from '../../settings/tabs';
import { KEPT_RUN, readKeptListRun } from '../lists/kept-run';
import { DIAL_VIEWS, type PanelContext, TESTING_VIEWS } from '../state/context';
import type { PanelMemory } from '../state/panel-memory';
import { keptChoice, keptText, remember, withMemory } from '../state/remember';
import { isTyping } from './show-when-opened';

/** Under this name the background leaves the view that a notification or a key leads to. */
const ASKED = 'asked-view';
const TAB = 'tab';

const begun = new WeakMap<PanelContext, Promise<void>>();

/**
 * Brings the views to the front that were there in the panel before, and keeps those that are for the panel
 * that comes after. Resolves, however often it is called, once they are in front.
 */
export function restoreViews(context: PanelContext): Promise<void> {
  const views = begun.get(context) ?? restore(context);
  begun.set(context, views);
  return views;
}

async function restore(context: PanelContext): Promise<void> {
  const { dialView, testingView, lines, replacedLines, isOnPage, onDestinationAsked, signal } = context;
  // *Many* finds them when it is first shown.
  const restored = [
    remember(context, 'lines', lines, keptText),
    remember(context, 'replaced-lines', replacedLines, keptText),
  ];
  // Which tabs there are is known only then.
  await context.store.settings.loaded;
  restored.push(remember(context, 'testing-view', testingView, keptChoice(TESTING_VIEWS)));
  await withMemory(context, (memory) => {
    const asked = isOnPage ? undefined : keptChoice(TABS)(memory.get(ASKED));
    const isInterrupted = readKeptListRun(memory.get(KEPT_RUN))?.isDone === false;
    // The form, whatever was beside it.
    if (!isInterrupted && asked === 'dial-out') memory.keep('dial-view', undefined);
    restored.push(remember(context, 'dial-view', dialView, keptChoice(DIAL_VIEWS)));
    // A list that was interrupted is what the user has to know of first.
    if (isInterrupted && dialView.peek() === 'one') dialView.value = 'many';
    // The panel on the page opens in the view for which it was asked.
    return isOnPage ? () => {} : restoreTab(context, memory, asked);
  });
  await Promise.all(restored);
  if (isOnPage) return;
  // Drawn by then: what had the focus, as Destination has in a new panel, may be out of sight.
  queueMicrotask(() => focusInSight(context));
  // A panel that is open has done by then what was asked.
  onDestinationAsked?.(() => void withMemory(context, forgetAsked), signal);
}

function restoreTab(
  { tab, tabs }: PanelContext,
  memory: PanelMemory,
  asked: PanelContext['tab']['value'] | undefined,
): () => void {
  const [start] = tabs.peek();
  const left = keptChoice(tabs.peek())(memory.get(TAB));
  if (asked) {
    memory.keep(ASKED, undefined);
    tab.value = asked;
  } else if (left && tab.peek() === start && !isTyping()) tab.value = left;
  return effect(() => memory.keep(TAB, tab.value === start ? undefined : tab.value));
}

function focusInSight({ tab, dialView }: PanelContext): void {
  const inFront = tab.peek() === 'dial-out' ? dialView.peek() : tab.peek();
  const { activeElement, body } = document;
  // Destination and the chat take it themselves, once there is a meeting.
  const isNowhere = activeElement === body && document.hasFocus() && !['one', 'chat'].includes(inFront);
  if (!isNowhere && !activeElement?.closest('[hidden]')) return;
  document.getElementById(`tab-${inFront}`)?.focus();
}

function forgetAsked(memory: PanelMemory): () => void {
  // It has come since the memory was read, which holds nothing of it that could be removed.
  memory.keep(ASKED, null);
  return () => {};
}
