import { markPlace } from '../../browser/context-menu';
import { applyBrowserLanguage } from '../../browser/language';
import { notificationAccess } from '../../browser/notification-access';
import { isPrivateWindow } from '../../browser/own-window';
import { openPage } from '../../browser/pages';
import { shortcuts } from '../../browser/shortcuts';
import { siteAccess } from '../../browser/site-access';
import { extensionStorage } from '../../browser/storage';
import { mountOptions } from '../../panel/options/mount';
import { followFirstRun } from '../../settings/first-run';

applyBrowserLanguage(document);
const root = document.getElementById('options');
if (!root) throw new Error('The options document has no element #options.');
const storage = extensionStorage();
// The page lives as long as its document: nothing ever aborts it.
const { signal } = new AbortController();
if (location.search === '?welcome') {
  if (location.hash === '#first-run') followFirstRun(storage, () => window.close(), signal);
  // No document of its own: the pages would share their scripts in smaller pieces, which compress worse.
  void import('../../panel/welcome/mount').then(({ mountWelcome }) =>
    mountWelcome(root, { shortcuts, openOptions: () => openPage('options') }, storage, signal),
  );
} else {
  mountOptions(root, {
    storage: { ...storage, isPrivate: isPrivateWindow },
    signal,
    siteAccess,
    notificationAccess,
    shortcuts,
    onChatLocation: (place) => void markPlace(place),
  });
}
