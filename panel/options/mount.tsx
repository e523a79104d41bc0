import { render } from 'preact';
import { createPresetsStore } from '../presets/presets-store';
import { createSettingsStore } from '../settings/settings-store';
import type { PanelStorage } from '../storage/area';
import '../panel.css';
import '../dialling.css';
import { Options } from './options';

/** Shows the options in `root` until the signal aborts. */
export function mountOptions(
  root: HTMLElement,
  storage: PanelStorage,
  signal: AbortSignal,
  askForHost?: (origin: string) => Promise<boolean>,
): void {
  const settings = createSettingsStore(storage, signal);
  const presets = createPresetsStore(storage, settings.policy, signal);
  render(<Options parts={{ settings, presets, storage, signal, askForHost }} />, root);
  signal.addEventListener('abort', () => render(null, root), { once: true });
}
