import { useEffect, useState } from 'preact/hooks';
import { language } from '../../locales/language';
import { isFixed } from '../../settings/fixed-settings';
import type { SettingsStore } from '../../settings/settings-store';
import { DETECT_STRINGS } from '../../strings/detect';
import { browserRegion } from './browser-region';
import { toE164 } from './detect/number-plan';

type Props = {
  /** Numbers that are written without a country. */
  numbers: readonly string[];
  settings: SettingsStore;
  openOptions: ((page: 'country') => void) | undefined;
};

/**
 * Offers the browser's country as the default one, where a number needs it and is one of that country. It
 * counts from when the user confirms it; until then every number stays as it is.
 */
export function RegionOffer({ numbers, settings, openOptions }: Props) {
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => void settings.loaded.then(() => setLoaded(true)), [settings]);
  const { region } = settings.settings.value;
  if (!isLoaded || region || numbers.length === 0 || isFixed(settings, 'region')) return null;
  const own = browserRegion(navigator.languages);
  const found = numbers.flatMap((number) => (own && toE164(number, own)) || []);
  const [first, ...more] = found;
  if (!own || !first) {
    return openOptions ? (
      <button type="button" class="plain" onClick={() => openOptions('country')}>
        {DETECT_STRINGS.chooseCountry}
      </button>
    ) : null;
  }
  const country = new Intl.DisplayNames(language(), { type: 'region' }).of(own) ?? own;
  return (
    <p class="help region-offer">
      {more.length === 0 && `${DETECT_STRINGS.inCountry({ country, number: first })} `}
      <button type="button" class="plain" onClick={() => settings.change('region', own)}>
        {DETECT_STRINGS.setCountry(country)}
      </button>
    </p>
  );
}
