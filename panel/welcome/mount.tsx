import { render } from 'preact';
import { WELCOME_STRINGS } from '../../strings/welcome';
import { Welcome, type WelcomeParts } from './welcome';
import '../app/panel.css';
import '../dial/dial.css';
import './welcome.css';

/** Shows in `root` how to begin. */
export function mountWelcome(root: HTMLElement, parts: WelcomeParts): void {
  document.title = WELCOME_STRINGS.title;
  render(<Welcome parts={parts} />, root);
}
