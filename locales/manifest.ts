import { strings } from './strings';

/** What the browser itself shows of the extension: the manifest names these keys. */
export const MANIFEST_STRINGS = strings('manifest', {
  name: 'External Chat',
  description: 'A chat and a dial-out panel beside Pexip Web App 3 meetings.',
  title: 'External Chat',
  openPanel: 'Open the panel',
  focusDestination: 'Open the panel and type a destination',
  toggleChat: 'Open or close the chat of the meeting',
});
