import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeSeat } from '../browser/script-registry';
import { createPanelServer } from '../peer/panel-server/panel-server';

// Brought beside the peer with the first panel: before, nobody can ask for anything.
export default defineUnlistedScript(() => takeSeat('desk', createPanelServer));
