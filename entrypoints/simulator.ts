import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { onSimulatorPanel } from '../browser/simulator-port';
import { isSimulatorFrame, serveSimulator } from '../peer/simulator/simulator';

// Injected into the frames of a page when somebody simulates the plugin. It runs in one of them.
export default defineUnlistedScript(() => {
  if (isSimulatorFrame(window)) onSimulatorPanel((panel) => serveSimulator(window, panel, Date.now()));
});
