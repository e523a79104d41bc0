import { readFileSync } from 'node:fs';
import type { Surface, Tab } from '../harness/browser';
import type { Fixture } from './fixture';
import { type ServedPage, servePage } from './page';

/** Serves a host page that knows the seed document and answers the window that spoke. */
export const serveSeedHost = (): Promise<ServedPage> =>
  servePage(readFileSync('tests/browser/doubles/seed-host.html', 'utf8'));

/** Where such a page has the meeting of a fixture in its iframe. */
export const seedHostUrl = (page: ServedPage, { meeting }: Fixture): string =>
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

/** Such a page with the meeting of a fixture, whose plugin has shown its button. */
export interface SeedHost {
  tab: Tab;
  /** Web App 3. */
  meeting: Surface;
  heard(line: RegExp): Promise<string | undefined>;
  /** Closes the tab, and the server of its page. */
  close(): Promise<void>;
}

export async function openSeedHost(fixture: Fixture): Promise<SeedHost> {
  const page = await serveSeedHost();
  const tab = await fixture.browser.open(seedHostUrl(page, fixture));
  const meeting = await tab.frame('#webapp3');
  await meeting.see('button', 'Open Chat');
  return {
    tab,
    meeting,
    heard: (line) => heardBySeedHost(tab, line),
    close: async () => {
      await tab.close();
      page.close();
    },
  };
}
