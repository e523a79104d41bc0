import { readFileSync } from 'node:fs';
import type { Tab } from '../harness/browser';
import { type ServedPage, servePage } from './page';
import type { Stage } from './stage';

/** Serves a host page that knows the seed document and answers the window that spoke. */
export const serveSeedHost = (): Promise<ServedPage> =>
  servePage(readFileSync('tests/browser/doubles/seed-host.html', 'utf8'));

/** Where such a page has the meeting of a stage in its iframe. */
export const seedHostUrl = (page: ServedPage, { meeting }: Stage): string =>
  `${page.url}?meeting=${encodeURIComponent(meeting.directUrl())}`;

/** Waits until such a page has heard this: `toggle-chat {"active":true}`. */
export const heardBySeedHost = (tab: Tab, line: RegExp): Promise<string | undefined> =>
  tab.waitFor(
    String(line),
    (pattern) =>
      [...document.querySelectorAll('#heard li')]
        .map(({ textContent }) => textContent ?? '')
        .find((text) => new RegExp(pattern).test(text)),
    line.source,
  );
