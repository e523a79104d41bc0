import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lookOut } from '../peer/lookout';
import { keepHeard } from '../platform/heard';
import { callForPeer } from '../platform/peer-call';

// Declared for fixed hosts by wxt.config.ts: the one script that runs on their pages without a meeting.
export default defineUnlistedScript(() => {
  const heard = keepHeard();
  lookOut(window, heard, callForPeer);
});
