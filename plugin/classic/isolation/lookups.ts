import { isOfDevices, OBSTACLES, obstacleOfLookup } from '../obstacles/obstacles';
import type { Isolated } from './isolated';
import { fixFunction } from './shared-api';

const LOOKUPS = ['getElementById', 'querySelector', 'querySelectorAll'] as const;
const LIVE_LOOKUPS = ['getElementsByClassName', 'getElementsByTagName'] as const;

/** Tells of look-ups for what Webapp2 had in its page and this document has not. */
export function watchLookups({ view, report }: Isolated): void {
  const { document } = view;
  for (const name of [...LOOKUPS, ...LIVE_LOOKUPS]) {
    const lookUp: unknown = Reflect.get(document, name);
    if (typeof lookUp !== 'function') continue;
    fixFunction(document, name, (what: unknown) => {
      const found: unknown = Reflect.apply(lookUp, document, [what]);
      const obstacle = isNothing(found) ? obstacleOfLookup(String(what)) : undefined;
      if (obstacle) report(OBSTACLES[obstacle]);
      return found;
    });
  }
}

const isNothing = (found: unknown) => found === null || Reflect.get(Object(found), 'length') === 0;

/** Tells of plugins that ask for devices of their own; the browser answers them as it does without this. */
export function watchDevices({ view, report }: Isolated): void {
  const devices: unknown = Reflect.get(view.navigator, 'mediaDevices');
  if (typeof devices !== 'object' || devices === null) return;
  for (const name of ['getUserMedia', 'getDisplayMedia']) {
    const ask: unknown = Reflect.get(devices, name);
    if (typeof ask !== 'function') continue;
    Reflect.set(devices, name, (...given: unknown[]) => {
      report(OBSTACLES.media);
      return Reflect.apply(ask, devices, given);
    });
  }
}

/** Whether an action asks for what the user's own devices do not do already. */
export function asksForDevices(
  type: string,
  me: { isCameraMuted: boolean; isMuted: boolean } | undefined,
): boolean {
  if (!isOfDevices(type)) return false;
  const isMuted = /camera/i.test(type) ? me?.isCameraMuted : me?.isMuted;
  return isMuted !== /\] mute/i.test(type);
}
