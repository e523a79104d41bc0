import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provide } from '../browser/script-registry';
import { createDock } from '../peer/dock/dock';

// Brought beside the peer when a chat is opened for the first time on a page: most never need it.
export default defineUnlistedScript(() => provide('dock-host', createDock));
