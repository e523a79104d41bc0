import { startRelay } from './forward';

/** `relay.js`, the classic script that the plugin adds to Web App 3's document. */
const script = document.currentScript;
if (script instanceof HTMLScriptElement) startRelay(window, script);
