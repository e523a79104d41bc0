import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPeer } from '../peer/peer';
import { takeHeard } from '../platform/heard';
import { onlyOnePeer } from '../platform/peer-life';
import { servePeer } from '../platform/peer-side';
import { readMode } from '../platform/site-mode';

// No content script of WXT's: its context announces itself to the page with every start, and lets the page
// end it with an event. This one is injected on a press of the icon, or when a lookout calls for it.
export default defineUnlistedScript(async () => {
  const { signal, isOrphan } = onlyOnePeer();
  const mode = await readMode();
  if (signal.aborted) return;
  servePeer(startPeer(window, { signal, isOrphan, heard: takeHeard(), mode }), signal);
});
