import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { onStandInPanel } from '../browser/simulator-port';
import { isStandIn, serveStandIn } from '../peer/simulator/simulator';

// Brought into the frames of a page when somebody has the panel stand in for the plugin: it speaks in one of them.
export default defineUnlistedScript(() => {
  if (isStandIn(window)) onStandInPanel((panel) => serveStandIn(window, panel, Date.now()));
});
