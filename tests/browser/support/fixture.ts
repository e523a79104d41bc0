import { type DemoMeeting, type MeetingOptions, startMeeting } from '../../../meeting/start';
import { BUILT, built } from '../../prebuild/built';
import type { BrowserUnderTest, browsers, LaunchOptions } from '../harness/browser';

/** A meeting on this machine and a browser with the built extension, ready for a story. */
export interface Fixture {
  meeting: DemoMeeting;
  browser: BrowserUnderTest;
  /**
   * Another meeting for the same browser: a test that needs one of its own need not start a browser, which
   * costs seconds. Closing it leaves the browser, and whatever tabs there are, to this fixture.
   */
  another(options?: Partial<MeetingOptions>): Promise<Fixture>;
  close(): Promise<void>;
}

/**
 * The editions of Web App 3 under which connecting, calls, chat and the button are tested; the others run
 * under the first.
 */
export const EDITIONS = ['current', 'classic'] as const;

/**
 * Editions under which a story is told in a browser. An edition is Web App 3's own doing, and a browser's is
 * how its messages get through: each edition has all stories in Chromium, each browser has all stories under
 * one edition, and `connecting.test.ts` has every edition in every browser.
 */
export const editionsIn = (browser: BrowserUnderTest['name']): readonly (typeof EDITIONS)[number][] =>
  browser === 'chromium' ? EDITIONS : [EDITIONS[0]];

/** The built extension for each browser. */
export const BUILDS = {
  get chromium() {
    return built(BUILT.chromium);
  },
  get firefox() {
    return built(BUILT.firefox);
  },
} as const;

/**
 * By default the meeting serves the bundle that is shipped to Web App 3; short node timings keep stories
 * short.
 */
const meet = (options: Partial<MeetingOptions>): Promise<DemoMeeting> =>
  startMeeting({
    brandingDir: built(`${BUILT.branding}/branding`),
    ringMs: 100,
    slowMs: 1500,
    leaveMs: 500,
    ...options,
  });

/** Creates the fixture. `extensionDir` is another build than the usual one. */
export async function createFixture(
  { name, launch }: (typeof browsers)[number],
  {
    extensionDir = BUILDS[name],
    env = {},
    language,
    ...options
  }: Partial<MeetingOptions> & Pick<LaunchOptions, 'extensionDir' | 'env' | 'language'> = {},
): Promise<Fixture> {
  const meeting = await meet(options);
  const browser = await launch({ extensionDir, env, ...(language && { language }) }).catch(
    async (error: unknown) => {
      await meeting.close();
      throw error;
    },
  );
  return fixtureOf(browser, meeting, () => browser.close());
}

function fixtureOf(browser: BrowserUnderTest, meeting: DemoMeeting, before = async () => {}): Fixture {
  const others: Fixture[] = [];
  return {
    meeting,
    browser,
    another: async (options = {}) => {
      const other = fixtureOf(browser, await meet(options));
      others.push(other);
      return other;
    },
    close: async () => {
      await before();
      await Promise.all([meeting, ...others].map((each) => each.close()));
    },
  };
}
