import { render } from 'preact';
import { WELCOME_STRINGS } from '../../strings/welcome';
import { Welcome, type WelcomeContext } from './welcome';
import '../app/panel.css';
import '../dial/dial.css';
import './welcome.css';

/** Shows in `root` how to begin. */
export function mountWelcome(root: HTMLElement, context: WelcomeContext): void {
  document.title = WELCOME_STRINGS.title;
  render(<Welcome context={context} />, root);
}
