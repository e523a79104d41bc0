import '../ui/styles';
import '../ui/page.css';
import './options.css';
import { render } from 'preact';
import { createSettingsStore } from '../../settings/settings-store';
import { createSitesStore } from '../../settings/sites/sites-store';
import { OPTIONS_STRINGS } from '../../strings/options';
import { createPanelPresets } from '../request/presets';
import { followAppearance } from '../state/follow-appearance';
import { holdChangedButtons } from '../ui/hold-changed-buttons';
import { keepFocusNearby } from '../ui/keep-focus-nearby';
import type { OptionsEnvironment } from './context';
import { Options } from './options';

/** Shows the options in `root` until the signal aborts. */
export function mountOptions(root: HTMLElement, environment: OptionsEnvironment): void {
  const { storage, signal, siteAccess } = environment;
  document.title = OPTIONS_STRINGS.title;
  keepFocusNearby(root, signal);
  holdChangedButtons(root, signal);
  const settings = createSettingsStore(storage, signal);
  followAppearance(settings, signal);
  const presets = createPanelPresets(storage, settings, signal);
  const sites = siteAccess && createSitesStore(storage, siteAccess, signal);
  render(<Options context={{ ...environment, settings, presets, sites }} />, root);
  signal.addEventListener('abort', () => render(null, root), { once: true });
}
