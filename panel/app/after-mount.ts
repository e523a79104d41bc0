import { effect } from '@preact/signals';
import { moveToList, pasteAsList } from '../lists/paste-as-list';
import type { PanelContext } from '../state/context';
import { readNewPreset } from '../state/naming';
import { remember } from '../state/remember';
import { holdChangedButtons } from '../ui/hold-changed-buttons';
import { keepFocusNearby } from '../ui/keep-focus-nearby';
import { announceAsked } from './announce-asked';
import { bringForward } from './bring-forward';
import { giveFocusBack } from './focus-back';
import { rememberForm } from './remember-form';
import { restoreViews } from './restore-views';
import { showCalls } from './show-calls';

/**
 * What a panel does beside being shown in `root`. It is loaded once the panel is there; `pastes` is what was
 * pasted by then.
 */
export function afterMount(root: HTMLElement, context: PanelContext, pastes: readonly string[] = []): void {
  root.onpaste = null;
  void remember(context, 'preset-name', context.newPreset, readNewPreset);
  void showCalls(context);
  // Then it is known, too, which lines they replace.
  void restoreViews(context).then(() => moveToList(pastes, context));
  keepFocusNearby(root, context.signal, { isInOrder: true });
  holdChangedButtons(document.body, context.signal);
  pasteAsList(root, context);
  bringForward(context);
  giveFocusBack(context);
  announceAsked(context);
  rememberForm(context);
  void writeHistory(context);
  void alertWhenWanted(context);
}

/** Begins once the user has turned something of it on. */
async function alertWhenWanted(context: PanelContext): Promise<void> {
  const { settings } = context.store.settings;
  await new Promise<void>((resolve) => {
    const dispose = effect(() => {
      const { sound, notifyUnread, notifyPeople, notifyCalls } = settings.value;
      if (sound || notifyUnread || notifyPeople || notifyCalls) resolve();
    });
    context.signal.addEventListener('abort', dispose, { once: true });
  });
  // They come to the front under the view that a notification asks for, not over it.
  await restoreViews(context);
  const { followAlerts } = await import('../alerts/follow-alerts');
  const services = await context.loadAlerts?.();
  if (!context.signal.aborted) followAlerts(context, services);
}

/** Begins with the first call: until then there is nothing to write, and no reason to load how. */
async function writeHistory({ store, storage, signal }: PanelContext): Promise<void> {
  await store.settings.loaded;
  const { meetings, settings } = store;
  await new Promise<void>((resolve) => {
    const dispose = effect(() => {
      if (meetings.value.some(({ calls }) => calls.length > 0)) resolve();
    });
    signal.addEventListener('abort', dispose, { once: true });
  });
  const { recordHistory } = await import('../history/recorder');
  if (!signal.aborted) recordHistory(meetings, settings.settings, storage, signal);
}
