import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startBuffer } from '../browser/message-buffer';
import { requestPeer } from '../browser/peer-call';
import { detectMeeting } from '../peer/detector';

// Declared for fixed hosts by wxt.config.ts: the one script that runs on their pages without a meeting. It
// also comes into a page that was loaded again in a tab that had a peer.
export default defineUnlistedScript(() => {
  const buffer = startBuffer();
  detectMeeting(window, buffer, requestPeer);
});
