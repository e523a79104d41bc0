import { OBSTACLES } from '../obstacles/obstacles';
import type { Guarded } from './guarded';

/** Answers in the place of windows that the sandbox keeps shut: an alert is a notice, anything else is told. */
export function guardWindows({ view, tell, notice }: Guarded): void {
  const allowed = sandboxOf(view);
  if (!allowed('allow-modals')) {
    Reflect.set(view, 'alert', (text: unknown = '') => notice(String(text)));
    Reflect.set(view, 'confirm', () => {
      tell(OBSTACLES.questions);
      return false;
    });
    Reflect.set(view, 'prompt', () => {
      tell(OBSTACLES.questions);
      return null;
    });
  }
  if (allowed('allow-popups')) return;
  Reflect.set(view, 'open', () => {
    tell(OBSTACLES.windows);
    return null;
  });
}

function sandboxOf(view: Window): (value: string) => boolean {
  try {
    const sandbox = view.frameElement?.getAttribute('sandbox');
    return (value) => sandbox === null || sandbox === undefined || sandbox.split(/\s+/).includes(value);
  } catch {
    // An opaque origin: the frame's element cannot be read, and the manifest gives neither.
    return () => false;
  }
}
