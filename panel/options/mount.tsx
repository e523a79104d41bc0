import { render } from 'preact';
import type { ChatPlace } from '../../settings/chat/config';
import { createSettingsStore } from '../../settings/settings-store';
import type { SiteAccess } from '../../settings/sites/access';
import { createSitesStore } from '../../settings/sites/sites-store';
import type { PanelStorage } from '../../settings/storage/area';
import { OPTIONS_STRINGS } from '../../strings/options';
import { createPresetsStore } from '../presets/presets-store';
import { keepFocusNearby } from '../ui/keep-focus-nearby';
import type { Shortcuts } from './keyboard';
import { Options } from './options';
import '../app/panel.css';
import '../dial/dial.css';

/** What the document around the options brings along; what is absent is not shown. */
export type OptionsSurroundings = {
  storage: PanelStorage;
  /** Ends the page, which then leaves no trace. */
  signal: AbortSignal;
  siteAccess?: SiteAccess;
  shortcuts?: Shortcuts;
  /** Told where the chat opens, now and whenever that changes. */
  onChatPlace?: (place: ChatPlace) => void;
};

/** Shows the options in `root` until the signal aborts. */
export function mountOptions(root: HTMLElement, surroundings: OptionsSurroundings): void {
  const { storage, signal, siteAccess } = surroundings;
  document.title = OPTIONS_STRINGS.title;
  keepFocusNearby(root, signal);
  const settings = createSettingsStore(storage, signal);
  const presets = createPresetsStore(storage, settings.policy, signal);
  const sites = siteAccess && createSitesStore(storage, siteAccess, signal);
  render(<Options parts={{ ...surroundings, settings, presets, sites }} />, root);
  signal.addEventListener('abort', () => render(null, root), { once: true });
}
