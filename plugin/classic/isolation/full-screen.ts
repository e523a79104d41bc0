import { textOf } from '../streams/owner';
import type { Isolated } from './isolated';

const ENTER = ['requestFullscreen', 'webkitRequestFullscreen', 'mozRequestFullScreen', 'msRequestFullscreen'];
const LEAVE = ['exitFullscreen', 'webkitExitFullscreen', 'mozCancelFullScreen', 'msExitFullscreen'];
const ELEMENT = [
  'fullscreenElement',
  'webkitFullscreenElement',
  'mozFullScreenElement',
  'msFullscreenElement',
];

/**
 * A plugin that asks for full screen means the meeting: of its own hidden page nothing is to be seen, and it
 * would cover all. Web App 3's document has the same origin, and is asked in its place.
 */
export function guardFullScreen({ view, caller }: Isolated): void {
  const { parent } = view;
  const meeting = () => parent.document;
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    const owner = caller();
    try {
      await act();
    } catch (error) {
      owner?.report(`Web App 3 did not change full screen: ${textOf(error)}`, error);
    }
  };
  for (const name of ENTER) {
    Reflect.set(view.Element.prototype, name, () =>
      attempt(async () => meeting().documentElement.requestFullscreen()),
    );
  }
  for (const name of LEAVE) {
    Reflect.set(view.document, name, () =>
      attempt(async () => {
        if (meeting().fullscreenElement) await meeting().exitFullscreen();
      }),
    );
  }
  for (const name of ELEMENT) {
    Object.defineProperty(view.document, name, {
      configurable: true,
      get: () => meeting().fullscreenElement,
    });
  }
}
