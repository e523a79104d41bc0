import { OBSTACLES } from '../obstacles/obstacles';
import type { Isolated } from './isolated';

/**
 * Answers in the place of windows that the sandbox keeps shut: an alert is a notice, anything else is told.
 */
export function guardWindows({ view, report, notice }: Isolated): void {
  // Web App 3 passes on no "allow-modals".
  Reflect.set(view, 'alert', (text: unknown = '') => notice(String(text)));
  Reflect.set(view, 'confirm', () => {
    report(OBSTACLES.questions);
    return false;
  });
  Reflect.set(view, 'prompt', () => {
    report(OBSTACLES.questions);
    return null;
  });
  // It would end what the others are still loading.
  Reflect.set(view, 'stop', () => report(OBSTACLES.stops));
  if (mayOpenWindows(view)) return;
  Reflect.set(view, 'open', () => {
    report(OBSTACLES.windows);
    return null;
  });
}

function mayOpenWindows(view: Window): boolean {
  try {
    return view.frameElement?.getAttribute('sandbox')?.split(/\s+/).includes('allow-popups') ?? true;
  } catch {
    // An opaque origin: the frame's element cannot be read, and the manifest gives it nothing.
    return false;
  }
}
