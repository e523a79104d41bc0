import type { Concern, ConcernSettings } from './concern';

/** Looks for expensive numbers among destinations. Loads the tables only when asked to look. */
export async function concernsOf(
  destinations: readonly string[],
  settings: ConcernSettings,
): Promise<Map<string, Concern>> {
  const found = new Map<string, Concern>();
  if (!settings.premium && !settings.foreign) return found;
  const { concernOf, numbersIn } = await import('./number-concerns');
  for (const destination of destinations) {
    const all = numbersIn(destination).map((number) => concernOf(number, settings));
    const concern = all.find((each) => each === 'premium') ?? all.find((each) => each);
    if (concern) found.set(destination, concern);
  }
  return found;
}
