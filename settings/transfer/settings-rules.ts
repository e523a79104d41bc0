import { type Problem, problemAt } from '../../protocol/shape';
import { SETTINGS_FILE_STRINGS as STRINGS } from '../../strings/settings-file';
import type { ChatConfig } from '../chat/config';
import { originOfTemplate } from '../chat/template';
import { COUNTRY_CODES } from '../country-codes';
import { originOf } from '../origin';
import type { Settings } from '../settings';
import { siteOf } from '../site';

// Imported files must pass the same validation as the options page.

/** What is wrong with the settings of a file beyond their shapes. */
export const settingsProblems = ({ region }: Settings): Problem[] =>
  region === '' || COUNTRY_CODES.includes(region) ? [] : [problemAt('region', STRINGS.noCountry)];

/** What is wrong with the custom chats of a file, each by its number in the list. */
export const chatProblems = ({ chats }: ChatConfig): Problem[] =>
  chats.flatMap(({ site, url }, index) => {
    const at = `chats.#${index + 1}`;
    const origin = originOfTemplate(url);
    const isTwice = chats.findIndex((other) => other.site === site) < index;
    return [
      ...(site === '*' || originOf(site) === site ? [] : [problemAt(`${at}.site`, STRINGS.noOrigin)]),
      ...(isTwice ? [problemAt(`${at}.site`, STRINGS.twice)] : []),
      ...(origin.ok ? [] : [problemAt(`${at}.url`, origin.error)]),
    ];
  });

/** Of sites, each in the way that `read` writes it. */
const siteProblems =
  (read: (address: string) => string | undefined) =>
  (sites: readonly string[]): Problem[] =>
    sites.flatMap((site, index) => {
      const field = `#${index + 1}`;
      if (read(site) !== site) return [problemAt(field, STRINGS.noSite)];
      return sites.indexOf(site) < index ? [problemAt(field, STRINGS.twice)] : [];
    });

export const alwaysProblems = siteProblems(siteOf);
export const watchedProblems = siteProblems(originOf);

/** What is wrong with the panel positions of a file, each by its number in the list. */
export const layoutProblems = (layouts: readonly { site: string }[]): Problem[] =>
  siteProblems((site) => site)(layouts.map(({ site }) => site)).map(({ field, fault }) => ({
    field: `${field}.site`,
    fault,
  }));
