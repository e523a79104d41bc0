import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createTracer } from '../peer/tracer';
import { takeSeat } from '../platform/seat';

// Brought beside the peer when a panel inspects for the first time: on most pages nobody ever does.
export default defineUnlistedScript(() => takeSeat('tracer', createTracer));
