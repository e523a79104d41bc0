import '../ui/styles';
import '../ui/page.css';
import './welcome.css';
import { render } from 'preact';
import { createSettingsStore } from '../../settings/settings-store';
import type { PanelStorage } from '../../settings/storage/area';
import { WELCOME_STRINGS } from '../../strings/welcome';
import { followAppearance } from '../state/follow-appearance';
import { Welcome, type WelcomeContext } from './welcome';

/** Shows in `root` how to begin. */
export function mountWelcome(
  root: HTMLElement,
  context: WelcomeContext,
  storage: PanelStorage,
  signal: AbortSignal,
): void {
  followAppearance(createSettingsStore(storage, signal), signal);
  document.title = WELCOME_STRINGS.title;
  render(<Welcome context={context} />, root);
}
