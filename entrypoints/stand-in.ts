import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isStandIn, serveStandIn } from '../peer/stand-in';
import { onStandInPanel } from '../platform/stand-in-side';

// Brought into the frames of a page when somebody has the panel stand in for the plugin: it speaks in one of them.
export default defineUnlistedScript(() => {
  if (isStandIn(window)) onStandInPanel((panel) => serveStandIn(window, panel, Date.now()));
});
