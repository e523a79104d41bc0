import type { Runtime } from 'webextension-polyfill';
import type { Link } from '../protocol/link';
import { native } from './native';
import { portLink } from './peer-port';
import { SIMULATOR_PORT } from './runtime-messages';

const SERVED = Symbol.for('external-chat.simulator');

/** In the simulator's frame: passes the panel's connection to `serve`. */
export function onSimulatorPanel(serve: (panel: Link) => void): void {
  // The script may be brought twice; the first listens already.
  if (Reflect.get(globalThis, SERVED) === true) return;
  Reflect.set(globalThis, SERVED, true);
  native.runtime.onConnect.addListener((port: Runtime.Port) => {
    if (port.name === SIMULATOR_PORT) serve(portLink(port));
  });
}
