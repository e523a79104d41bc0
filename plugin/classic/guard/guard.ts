import { watchEntries } from './entries';
import { guardFullScreen } from './full-screen';
import type { Guarded } from './guarded';
import { watchDevices, watchLookups } from './lookups';
import { guardNavigation } from './navigation';
import { watchParts } from './page-parts';
import { watchPage } from './page-text';
import { guardTimers } from './timers';
import { guardWindows } from './windows';

/**
 * Stands between the plugins and the document that they share: none may end the others or cover the meeting,
 * and what nobody would see is told.
 *
 * @param dialogs the element that holds the dialogs
 */
export function guardRuntime(guarded: Guarded, dialogs: Element): void {
  guardNavigation(guarded);
  guardFullScreen(guarded);
  guardWindows(guarded);
  guardTimers(guarded);
  watchEntries(guarded);
  watchLookups(guarded);
  watchDevices(guarded);
  watchPage(guarded, dialogs);
  const { document } = guarded.view;
  const styles = document.querySelectorAll('link[rel="stylesheet"]');
  watchParts(guarded, [document.head, document.body, ...styles, ...document.body.children]);
  // A member of every object would be read as a part of each state, payload or setting.
  guarded.view.Object.preventExtensions(guarded.view.Object.prototype);
}
