import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provide } from '../browser/script-registry';
import { createTracer } from '../peer/trace/tracer';

// Brought beside the peer when a panel inspects for the first time: on most pages nobody ever does.
export default defineUnlistedScript(() => provide('tracer', createTracer));
