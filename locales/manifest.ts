import { strings } from './strings';

/** What the browser itself shows of the extension: the manifest names these keys. */
export const MANIFEST_STRINGS = strings('manifest', {
  name: 'External Chat',
  description: 'Chat and dial-out panel for Pexip Web App 3 meetings.',
  title: 'External Chat',
  openPanel: 'Open the panel',
  focusDestination: 'Open the panel and go to Destination',
  toggleChat: 'Open or close the meeting chat',
});
