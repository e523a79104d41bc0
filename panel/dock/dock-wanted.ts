import { readChatPlace } from '../../settings/chat/config';
import type { PanelStorage } from '../../settings/storage/area';

/**
 * Whether the panel on the page shows the chat. A window that can have no side panel has no other place for
 * it, whatever the options or a policy say.
 */
export const isDockWanted = async (
  storage: PanelStorage,
  isSidePanelPossible: () => Promise<boolean>,
): Promise<boolean> => (await readChatPlace(storage)).at === 'dock' || !(await isSidePanelPossible());
