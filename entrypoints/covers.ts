import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provide } from '../browser/script-registry';
import { createLookForCovers } from '../peer/dock/covers';

// Brought beside the dock in a browser that cannot tell the dock itself what is painted over it.
export default defineUnlistedScript(() => provide('covers', createLookForCovers));
