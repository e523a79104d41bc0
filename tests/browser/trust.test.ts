import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../until';
import { attacks, PREFIX } from './doubles/hostile';
import { browsers, type Surface, type Tab } from './harness/browser';
import { eventually } from './harness/eventually';
import { dial, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { serveHostilePortal } from './support/hostile-portal';
import type { ServedPage } from './support/page';
import { openBeside } from './support/panel';
import { openRuntimePort } from './support/raw-link';
import { openView, seeSwitch } from './support/views';

/** What a meeting has once its plugin has told everything. */
const COMPLETE = {
  people: expect.objectContaining({ total: 1 }),
  self: expect.anything(),
  conference: expect.anything(),
};

describe.each(browsers)('attack: a hostile page, advert or plugin speaks, in $name', (candidate) => {
  let fixture: Fixture;
  let portal: ServedPage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    portal = await serveHostilePortal(fixture.meeting);
    ({ tab, panel } = await openBeside(fixture, { url: portal.url }));
    // What comes after the status isn’t caused by an attack.
    await until(async () => expect(await meetings()).toEqual([expect.objectContaining(COMPLETE)]));
    await panel.see('tab', 'People 1');
    await panel.see('button', 'Earlier');
  });
  afterAll(async () => {
    await fixture?.close();
    portal?.close();
  });

  /** The meetings as the peer itself has them at this moment: what the panel shows comes a little later. */
  const meetings = async () => {
    const link = await openRuntimePort(panel, 'after-attack');
    const state = await eventually('a state', async () => {
      const [first] = (await link.received()) as { meetings: unknown }[];
      return first ? { done: { value: first.meetings } } : { seen: 'nothing received' };
    });
    await link.close();
    return state;
  };

  /** Everything that an attack might have changed. */
  const everything = async () => ({
    meetings: await meetings(),
    panel: await panel.outline(),
    button: await (await tab.frame('#webapp3')).find('button', /^(Open|Close) Chat$/),
    badge: await (await tab.frame('#webapp3')).find('img', 'Unread'),
    dials: fixture.meeting.node.conference('qa.meeting').dials.length,
  });

  /** Waits until the top window, and so the peer, has heard all that was said in a frame up to now. */
  const barrier = async (from: Surface) => {
    const before = await tab.evaluate(() => Number(Reflect.get(window, 'barriers')));
    await from.evaluate(() => window.top?.postMessage('barrier', '*'));
    await tab.waitFor('the barrier', (count) => Number(Reflect.get(window, 'barriers')) > count, before);
  };

  test.each(attacks)('$name: nothing', async ({ from, run }) => {
    const frame = from.length > 0 ? await tab.frame(...from) : tab;
    const before = await everything();
    await frame.evaluate(run, PREFIX);
    await barrier(frame);
    expect(await everything()).toEqual(before);
  });

  test('and after all of them, the meeting goes on as before', async () => {
    const meeting = await tab.frame('#webapp3');
    await meeting.click('button', 'Open Chat');
    await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
    await openView(panel, 'Dial out');
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
  });
});
