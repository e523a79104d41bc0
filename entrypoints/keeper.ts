import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeKept } from '../browser/kept-data';
import { keepForTab, provide } from '../browser/script-registry';
import { createKeeper } from '../peer/keeper/keeper';
import type { PeerContext } from '../peer/peer-context';

// Brought beside the peer once there is a call or a message to keep, or something was kept.
export default defineUnlistedScript(() =>
  provide('keeper', (context: PeerContext) => createKeeper(context, takeKept(), keepForTab)),
);
