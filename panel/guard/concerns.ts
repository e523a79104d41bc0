import { readPhoneText } from '../detect/phone';

/** Why somebody may want to be asked first. */
export type Concern = 'premium' | 'foreign';

export type ConcernSettings = { region: string; premium: boolean; foreign: boolean };

/** Looks for expensive numbers among destinations. Loads the tables only when asked to look, and for numbers. */
export async function concernsOf(
  destinations: readonly string[],
  settings: ConcernSettings,
): Promise<Map<string, Concern>> {
  const found = new Map<string, Concern>();
  if (!settings.premium && !settings.foreign) return found;
  const numbers = destinations.flatMap((destination) => {
    // `+4782012345@gateway.example.com` calls that number as well.
    const [user = ''] = destination.replace(/^(sips?|h323|tel):/i, '').split('@');
    const number = readPhoneText(user)?.number;
    return number ? [{ destination, number }] : [];
  });
  if (numbers.length === 0) return found;
  const { concernOf } = await import('./number-concerns');
  for (const { destination, number } of numbers) {
    const concern = concernOf(number, settings);
    if (concern) found.set(destination, concern);
  }
  return found;
}
