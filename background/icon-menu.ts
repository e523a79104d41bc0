import { type IconMenuItem, makeMenu, markPlace, onMenu } from '../browser/context-menu';
import { openPage } from '../browser/pages';
import type { extensionStorage } from '../browser/storage';
import { changeConfig, readChatLocation } from '../settings/chat/config';
import { MENU_STRINGS } from '../strings/menu';
import type { Tab } from './bring-peer';
import { alwaysRunOn } from './sites';

type Storage = ReturnType<typeof extensionStorage>;

const titles = (): Record<IconMenuItem, string> => ({
  'always-run': MENU_STRINGS.alwaysRun,
  place: MENU_STRINGS.place,
  'place-dock': MENU_STRINGS.dock,
  'place-panel': MENU_STRINGS.panel,
  help: MENU_STRINGS.help,
});

/** The menu of the toolbar icon. */
interface IconMenu {
  /** Creates the menu, after an installation, an update or a start. */
  create(): void;
  /** Marks the place where the chat opens. */
  showPlace(): void;
}

/** Handles the items of the icon's menu. */
export function serveIconMenu(storage: Storage): IconMenu {
  const mark = () => readChatLocation(storage).then(markPlace);
  const setPlace = async (place: 'dock' | 'panel') => {
    if (!(await readChatLocation(storage)).isManaged)
      await changeConfig(storage, (before) => ({ ...before, place }));
    await mark();
  };
  const actions: Record<IconMenuItem, (tab: Tab) => void> = {
    'always-run': (tab) => alwaysRunOn(tab, storage),
    place: () => {},
    'place-dock': () => void setPlace('dock').catch(console.error),
    'place-panel': () => void setPlace('panel').catch(console.error),
    help: () => openPage('welcome'),
  };
  onMenu((item, tab) => actions[item](tab));
  let made = Promise.resolve();
  return {
    // One after the other: each removes what the one before has made.
    create() {
      made = made
        .then(() => makeMenu(titles()))
        .then(mark)
        .catch(console.error);
    },
    showPlace: () => void mark().catch(console.error),
  };
}
