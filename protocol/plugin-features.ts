import type { Meeting } from './meeting';
import type { PluginFeature } from './messages';
import type { Dialect } from './wire';

/** What every plugin of a namespace does, whether it announces that or not. */
const GIVEN: Readonly<Record<Dialect, readonly PluginFeature[]>> = {
  'external-chat': ['chat', 'dial-out'],
  videoconf: ['chat', 'dial-out', 'connected'],
};

/**
 * Whether the plugin of a meeting certainly lacks a feature: it has announced what it can do, and neither
 * that nor anything that it did shows the feature.
 */
export function lacksFeature(
  { plugin, dialect = 'external-chat' }: Pick<Meeting, 'plugin' | 'dialect'>,
  feature: PluginFeature,
): boolean {
  if (plugin.name !== 'ready' || !plugin.announced) return false;
  if (plugin.features.includes(feature) || GIVEN[dialect].includes(feature)) return false;
  if (feature === 'connected') return !plugin.inMeeting;
  // A call can be ended as a participant, too.
  return feature !== 'hang-up' || !plugin.features.includes('disconnect');
}
