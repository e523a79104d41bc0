import { replacesShared } from '../obstacles/obstacles';
import type { Owner } from '../streams/owner';
import { guardAncestors } from './ancestors';
import { keepBuiltIns } from './built-ins';
import { watchEntries } from './entries';
import { guardFullScreen } from './full-screen';
import { watchInlineHandlers } from './handlers';
import type { Isolated } from './isolated';
import { watchDevices, watchLookups } from './lookups';
import { guardNavigation } from './navigation';
import { watchParts } from './page-parts';
import { watchPage } from './page-text';
import { watchPromises } from './promises';
import { guardStorage } from './storage';
import { guardTimers } from './timers';
import { guardWindows } from './windows';

/**
 * Stands between the plugins and the document that they share: none may end the others or cover the meeting,
 * and what nobody would see is told.
 *
 * @param dialogs the element that holds the dialogs
 * @param giveUp brings this document back without a plugin
 * @param shared objects of this host's own that all plugins have
 */
export function isolateRuntime(
  isolated: Isolated,
  dialogs: Element,
  giveUp: (by: Owner | undefined) => void,
  ...shared: object[]
): void {
  guardNavigation(isolated);
  guardFullScreen(isolated);
  guardWindows(isolated);
  guardTimers(isolated);
  guardStorage(isolated);
  guardAncestors(isolated);
  watchPromises(isolated);
  watchEntries(isolated);
  watchInlineHandlers(isolated);
  watchLookups(isolated);
  watchDevices(isolated);
  watchPage(isolated, dialogs);
  const { document } = isolated.view;
  const styles = document.querySelectorAll('link[rel="stylesheet"]');
  watchParts(isolated.view, [...styles, ...document.body.children], giveUp);
  keepBuiltIns(isolated.view, (name) => isolated.report(replacesShared(name)), shared);
  // A member of every object would be read as a part of each state, payload or setting.
  isolated.view.Object.preventExtensions(isolated.view.Object.prototype);
}
