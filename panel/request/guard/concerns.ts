import type { Concern, ConcernSettings } from './concern';

/** Looks for expensive numbers among destinations. Loads the tables only when asked to look. */
export async function concernsOf(
  destinations: readonly string[],
  settings: ConcernSettings,
): Promise<Map<string, Concern>> {
  const found = new Map<string, Concern>();
  if (!settings.premium && !settings.foreign) return found;
  const { concernOf, numberIn } = await import('./number-concerns');
  for (const destination of destinations) {
    const number = numberIn(destination);
    const concern = number && concernOf(number, settings);
    if (concern) found.set(destination, concern);
  }
  return found;
}
