import { isWithoutElements } from '../../browser/page-kind';
import { requestScript, whenLoaded } from '../../browser/script-registry';
import type { createDock, Dock, DockOwner } from '../dock/dock';

/**
 * A dock whose script is requested when the dock is wanted for the first time. Where the page can’t
 * show our elements, the side panel shows the chat.
 */
export function createLazyDock(top: Window, owner: DockOwner, signal: AbortSignal): Dock {
  let dock: Dock | undefined;
  let wanted = false;
  let isCalled = false;
  const hasNoRoom = () => isWithoutElements(top.document.contentType);
  return {
    want(next) {
      wanted = next;
      if (hasNoRoom()) return;
      if (wanted && !isCalled) {
        isCalled = true;
        whenLoaded('dock-host', (create) => {
          dock ??= (create as typeof createDock)(top, owner, signal);
          dock.want(wanted);
        });
        if (!dock) requestScript('dock-host');
      }
      dock?.want(wanted);
    },
    get isDeclined() {
      return hasNoRoom() ? wanted : dock?.isDeclined === true;
    },
    get isLinked() {
      return dock?.isLinked === true;
    },
  };
}
