import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeBuffer } from '../browser/message-buffer';
import { onlyOnePeer } from '../browser/peer-life';
import { servePeer } from '../browser/peer-port';
import { readMode } from '../browser/site-mode';
import { startPeer } from '../peer/peer';

// No content script of WXT's: its context announces itself to the page with every start, and lets the page
// end it with an event. This one is injected on a press of the icon, or when a detector requests it.
export default defineUnlistedScript(async () => {
  const { signal, endIfInvalidated } = onlyOnePeer();
  const mode = await readMode();
  if (signal.aborted) return;
  servePeer(startPeer(window, { signal, endIfInvalidated, buffered: takeBuffer(), mode }), signal);
});
