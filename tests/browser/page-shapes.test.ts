import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { doubleOf } from '../prebuild/built';
import { browsers, type Surface, type Tab } from './harness/browser';
import { eventually } from './harness/eventually';
import { dial, seeRow, setSettings } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { type PageShape, shapesIn } from './support/page-shapes';
import { openPanel, seeStatus } from './support/panel';
import { openRuntimePort } from './support/raw-link';
import { openView, seeSwitch } from './support/views';

describe.each(browsers)('wherever a meeting stands, in $name', (candidate) => {
  const shapes = shapesIn(candidate.name);
  let ours: Fixture;
  let silent: Fixture;
  let tab: Tab;
  const pages: ServedPage[] = [];

  beforeAll(async () => {
    ours = await createFixture(candidate);
    silent = await ours.another({ brandingDir: doubleOf('tests/browser/doubles/seed-plugin.ts') });
  });
  afterEach(async () => {
    await tab?.close();
    for (const page of pages.splice(0)) page.close();
  });
  afterAll(() => ours?.close());

  const serve = async (html: string) => {
    const page = await servePage(html);
    pages.push(page);
    return page.url;
  };

  const open = async (
    { meeting, browser }: Fixture,
    { at, html, frames = [] }: PageShape,
  ): Promise<Surface> => {
    const url = meeting.directUrl('qa.meeting', at);
    tab = await browser.open(html ? await serve(await html(url, serve)) : url);
    const frame = frames.length > 0 ? await tab.frame(...frames) : tab;
    await frame.see('button', 'Open Chat');
    return frame;
  };

  /** *No meeting* stands there before the peer has come as well. */
  const untilPeer = (panel: Surface) =>
    eventually('the peer', async () => {
      const link = await openRuntimePort(panel, 'peer');
      const { length } = await link.received();
      await link.close();
      return length > 0 ? { done: { value: undefined } } : { seen: 'nothing received' };
    });

  const click = async (meeting: Surface, name: string, { isDeafToMouse }: PageShape) => {
    if (!isDeafToMouse) return meeting.click('button', name);
    await meeting.waitFor(
      `the button ${name} to press`,
      (wanted) => {
        const all = [...document.querySelectorAll('button')];
        const button = all.find((each) => [each.ariaLabel, each.textContent?.trim()].includes(wanted));
        button?.click();
        return button !== undefined;
      },
      name,
    );
  };

  const pressChat = async (shape: PageShape, meeting: Surface) => {
    await click(meeting, 'Open Chat', shape);
    await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
  };

  const dialOne = async (panel: Surface, { meeting }: Fixture, name: string) => {
    const before = meeting.node.conference('qa.meeting').dials.length;
    await openView(panel, 'Dial out');
    await setSettings(panel, { perMinute: 0 });
    // Who was dialed from the page before may still be there.
    const destination = `${before}@${name}.test`;
    await dial(panel, destination);
    await seeRow(panel, destination, /Joined/);
    expect(meeting.node.conference('qa.meeting').dials.length).toBe(before + 1);
  };

  test.each(shapes)('$name: a plugin that answers hello is found, and used', async (shape) => {
    const meeting = await open(ours, shape);
    const panel = await openPanel(tab);
    await pressChat(shape, meeting);
    await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
    await dialOne(panel, ours, 'a');
  });

  test.each(shapes)('$name: a plugin that does not is found by a press of Chat', async (shape) => {
    const meeting = await open(silent, shape);
    const panel = await openPanel(tab, shape.isHidden ? 'No meeting on this page' : 'Waiting for the plugin');
    await untilPeer(panel);
    await pressChat(shape, meeting);
    await seeStatus(panel, 'Plugin ready');
    await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
    await dialOne(panel, silent, 'b');
  });
});
