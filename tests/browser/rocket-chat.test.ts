import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { doubleOf } from '../prebuild/built';
import { browsers, type Surface, type Tab } from './harness/browser';
import { createFixture, editionsIn, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { openPanel } from './support/panel';
import { heardBySeedHost } from './support/seed-host';

const HOOKS = ['old', 'new'] as const;
const FRAME = 'iframe[title="Video call"]';

describe.each(browsers)('a host page that behaves as Rocket.Chat’s, in $name', (candidate) => {
  let shared: Fixture;
  let page: ServedPage;
  let tab: Tab;
  let meeting: Surface;

  beforeAll(async () => {
    shared = await createFixture(candidate);
    page = await servePage(readFileSync('tests/browser/doubles/rocket-chat-host.html', 'utf8'));
  });
  afterAll(async () => {
    await shared?.close();
    page?.close();
  });
  afterEach(() => tab?.close());

  const openIn = async (fixture: Fixture, hook: (typeof HOOKS)[number]) => {
    tab = await shared.browser.open(
      `${page.url}?hook=${hook}&meeting=${encodeURIComponent(fixture.meeting.directUrl())}`,
    );
    meeting = await tab.frame(FRAME);
    await meeting.see('button', 'Open Chat');
  };
  const heard = (line: RegExp) => heardBySeedHost(tab, line);
  const notices = () => meeting.evaluate(() => document.querySelector('#toasts')?.textContent ?? '');

  /** The chat by its button and by the page's own, the badge, and a dial with a destination alone. */
  const story = async () => {
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await tab.click('button', 'Contextual bar');
    await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    await tab.click('button', 'Unread');
    await meeting.see('img', 'Unread');
    await tab.click('button', 'Call Alice');
    expect(await heard(/^dial-out-success/)).toMatch(/"uuid":"[-0-9a-f]{36}"/);
  };

  describe.each(editionsIn(candidate.name))('under the edition %s', (edition) => {
    test.each(HOOKS)('works with our plugin: the %s hook', async (hook) => {
      await openIn(await shared.another({ behavior: { edition } }), hook);
      await heard(/^connected /);
      await story();
      expect(await notices()).toBe('');
      await meeting.click('button', 'Leave');
      await heard(/^call over/);
    });
  });

  test.each([1, 4])('works with version %s of the upstream plugin beside our extension', async (version) => {
    const brandingDir = doubleOf(`upstream-plugin-${version}`);
    await openIn(await shared.another({ brandingDir }), 'new');
    // The story is to meet the peer, which the icon brings in its own time.
    await openPanel(tab, 'Waiting for the plugin');
    await story();
  });

  test('works with our plugin beside our extension', async () => {
    await openIn(shared, 'new');
    await openPanel(tab);
    await story();
  });
});
