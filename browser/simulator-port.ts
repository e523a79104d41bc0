import type { Runtime } from 'webextension-polyfill';
import type { Link } from '../protocol/link';
import { browser } from './browser';
import { portLink } from './port-link';
import { STAND_IN_PORT } from './runtime-messages';

const SERVED = Symbol.for('external-chat.stand-in');

/** From the frame of a stand-in: takes on the panel that it is for. */
export function onStandInPanel(serve: (panel: Link) => void): void {
  // The script may be brought twice; the first listens already.
  if (Reflect.get(globalThis, SERVED) === true) return;
  Reflect.set(globalThis, SERVED, true);
  browser.runtime.onConnect.addListener((port: Runtime.Port) => {
    if (port.name === STAND_IN_PORT) serve(portLink(port));
  });
}
