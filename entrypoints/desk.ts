import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDesk } from '../peer/desk/desk';
import { takeSeat } from '../platform/seat';

// Brought beside the peer with the first panel: before, nobody can ask for anything.
export default defineUnlistedScript(() => takeSeat('desk', createDesk));
