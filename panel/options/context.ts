import type { ChatLocation } from '../../settings/chat/config';
import type { NotificationAccess } from '../../settings/notified';
import type { PresetsStore } from '../../settings/presets/presets-store';
import type { SettingsStore } from '../../settings/settings-store';
import type { SiteAccess } from '../../settings/sites/access';
import type { SitesStore } from '../../settings/sites/sites-store';
import type { PanelStorage } from '../../settings/storage/area';
import type { Shortcuts } from '../state/shortcuts';

/** What the document around the options provides. Parts that are absent are not shown. */
export type OptionsEnvironment = {
  storage: PanelStorage;
  /** Ends the page and removes everything that it added. */
  signal: AbortSignal;
  siteAccess?: SiteAccess;
  /** What shows notifications. */
  notificationAccess?: NotificationAccess;
  shortcuts?: Shortcuts;
  /** Receives where the chat opens, now and after each change. */
  onChatLocation?: (place: ChatLocation) => void;
};

/** What the sections of the options share. */
export type OptionsContext = OptionsEnvironment & {
  settings: SettingsStore;
  presets: PresetsStore;
  sites: SitesStore | undefined;
};
