import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keepHeard } from '../browser/message-buffer';
import { callForPeer } from '../browser/peer-call';
import { lookOut } from '../peer/detector';

// Declared for fixed hosts by wxt.config.ts: the one script that runs on their pages without a meeting.
export default defineUnlistedScript(() => {
  const heard = keepHeard();
  lookOut(window, heard, callForPeer);
});
