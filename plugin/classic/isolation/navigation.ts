import { OBSTACLES } from '../obstacles/obstacles';
import type { Isolated } from './isolated';

/** What is used of the Navigation API, which TypeScript's library has not in every edition. */
interface NavigateEvent extends Event {
  hashChange: boolean;
  downloadRequest: string | null;
}

/**
 * Holds back whatever would put another document in the place of this one: it would end every plugin. Where a
 * browser has no Navigation API, the hidden frame notices that this document has gone, and brings it back.
 */
export function guardNavigation({ view, report }: Isolated): void {
  const navigation: unknown = Reflect.get(view, 'navigation');
  if (navigation instanceof EventTarget) {
    navigation.addEventListener('navigate', (event) => {
      const { hashChange, downloadRequest } = event as NavigateEvent;
      if (hashChange || downloadRequest !== null || !event.cancelable) return;
      event.preventDefault();
      report(OBSTACLES.leaves);
    });
  }
  // A form that its plugin does not hold back would load this document again.
  view.document.addEventListener('submit', (event) => event.preventDefault());
  // Going back would lead the whole tab out of the meeting.
  for (const name of ['pushState', 'replaceState', 'back', 'forward', 'go'] as const) {
    Reflect.set(view.History.prototype, name, () => report(OBSTACLES.address));
  }
  for (const name of ['open', 'write', 'writeln', 'close'] as const) {
    Reflect.set(view.Document.prototype, name, () => report(OBSTACLES.document));
  }
}
