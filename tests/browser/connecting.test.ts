import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import type { MeetingOptions } from '../../meeting/start';
import { browsers, type Surface, type Tab } from './harness/browser';
import { dial, dialed, leave, reloadMeeting, seeRow } from './support/calls';
import { createFixture, EDITIONS, editionsIn, type Fixture } from './support/fixture';
import { openBeside, seeStatus } from './support/panel';
import { openView } from './support/views';

type Deployment = { name: string; at?: string; options: Partial<MeetingOptions> };

/** What real deployments differ in and a browser may, too, one at a time. */
const DEPLOYMENTS: Deployment[] = [
  ...EDITIONS.map((edition) => ({ name: `the edition ${edition}`, options: { behavior: { edition } } })),
  { name: 'CORS headers on the branding', options: { brandingCors: true } },
];

/** What is Web App 3's own, and the same to every browser. */
const OF_WEB_APP_3: Deployment[] = [
  { name: 'a Web App Path of its own', at: '/sales/m/', options: {} },
  { name: 'a proxied path', at: '/video/webapp3/m/', options: {} },
  { name: 'the address that Rocket.Chat makes', at: '/webapp/conference?conference=', options: {} },
  { name: 'activities before API 22', options: { behavior: { activityField: 'activity' } } },
  { name: 'joins that come with the answer', options: { behavior: { joinedAt: 'answer' } } },
  { name: 'ids that nobody compares', options: { behavior: { pluginIds: 'ignored' } } },
];

describe.each(browsers)('our plugin and our peer, in $name', (candidate) => {
  let shared: Fixture;
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    shared = await createFixture(candidate);
  });
  afterAll(() => shared?.close());
  afterEach(() => tab?.close());

  const openWith = async ({ at, options }: Omit<Deployment, 'name'>) => {
    fixture = await shared.another(options);
    const url = fixture.meeting.embeddingUrl('qa.meeting', at ? { at } : {});
    ({ tab, meeting, panel } = await openBeside(fixture, { url }));
    await openView(panel, 'Dial out');
  };

  const deployments = candidate.name === 'chromium' ? [...DEPLOYMENTS, ...OF_WEB_APP_3] : DEPLOYMENTS;
  test.each(deployments)('dial to the end, open the chat and survive a reload with $name', async (row) => {
    await openWith(row);
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    leave(fixture, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Left/);
    await meeting.click('button', 'Open Chat');
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await reloadMeeting(tab);
    await seeStatus(panel, 'In the meeting');
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
  });

  describe.each(editionsIn(candidate.name))('under the edition %s', (edition) => {
    test('find the meeting again if the plugin alone is reloaded, and so registers late', async () => {
      await openWith({ options: { behavior: { edition } } });
      await meeting.click('button', 'Open Chat');
      await meeting.see('button', 'Close Chat');
      // Until the panel has heard of the new plugin, it says of the one before that it is in the meeting.
      await tab.evaluate(() =>
        window.addEventListener('message', ({ data }) => {
          if (String(data?.action).endsWith('/connected')) Reflect.set(window, 'isFoundAgain', true);
        }),
      );
      await meeting.evaluate(() => {
        const frame = document.querySelector<HTMLIFrameElement>('#external-chat');
        if (frame) frame.src += '';
      });
      await meeting.waitFor('the reload', () =>
        document.querySelector('[role=log]')?.textContent?.includes('its earlier registration is gone'),
      );
      // The new plugin's button has its state from the peer, which has forgotten that the meeting is joined.
      await meeting.see('button', 'Close Chat');
      await tab.waitFor('the meeting to be found', () => Reflect.get(window, 'isFoundAgain') === true);
      await seeStatus(panel, 'In the meeting');
      await openView(panel, 'Dial out');
      await dial(panel, 'bob@example.com');
      await seeRow(panel, 'bob@example.com', /Joined/);
    });

    test('notice who left during an outage of the event stream', async () => {
      await openWith({ options: { behavior: { edition } } });
      await dial(panel, 'carol@example.com');
      await seeRow(panel, 'carol@example.com', /Joined/);
      const conference = fixture.meeting.node.conference('qa.meeting');
      conference.cutStreams();
      for (const { uuid } of dialed(fixture)) conference.remove(uuid);
      await seeRow(panel, 'carol@example.com', /Left/);
      await seeStatus(panel, 'In the meeting');
    });

    test('leave the meeting once, by Leave', async () => {
      await openWith({ options: { behavior: { edition } } });
      await meeting.click('button', 'Leave');
      await seeStatus(panel, 'Plugin ready');
    });
  });

  test('keep a refused dial that Web App 3 never answers as calling', async () => {
    await openWith({ options: { behavior: { dialRefusals: 'silence' } } });
    await dial(panel, 'busy@example.com');
    await seeRow(panel, 'busy@example.com', /Calling/);
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    await seeRow(panel, 'busy@example.com', /Calling/);
  });
});
