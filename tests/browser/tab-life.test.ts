import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Tab } from './harness/browser';
import { dial, dialed, rowsOf, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { IMPOSTOR_FRAME, impostorPage } from './support/impostor';
import { type ServedPage, servePage } from './support/page';
import { openBeside, openPanel, seeStatus } from './support/panel';

describe.each(browsers)('a tab with a meeting, in $name', (candidate) => {
  let fixture: Fixture;
  const tabs: Tab[] = [];
  const pages: ServedPage[] = [];

  beforeAll(async () => {
    fixture = await createFixture(candidate);
  });
  afterEach(async () => {
    for (const tab of tabs.splice(0)) await tab.close();
    for (const page of pages.splice(0)) page.close();
  });
  afterAll(() => fixture?.close());

  const serve = async (html: string) => {
    const page = await servePage(html);
    pages.push(page);
    return page.url;
  };

  test('that goes to another page and back has its calls again, and shows none meanwhile', async () => {
    // A meeting without a network, which Firefox keeps no page for. Puppeteer loses the frames of a page that
    // comes back, so the plugin reports to the page what it has received.
    const meeting = await serve(
      impostorPage({ alias: 'kept', features: ['request-id', 'hang-up'] }).replace(
        'heard.push(',
        "((name) => top.postMessage('got ' + name, '*'))(",
      ),
    );
    const portal = await serve(`<!doctype html><title>Portal</title><script>
      window.heard = [];
      addEventListener('message', ({ data }) => heard.push(String(data)));
      </script><iframe id="webapp3" title="Meeting" src="${meeting}webapp3/m/kept"></iframe>`);
    const elsewhere = await serve('<!doctype html><title>Elsewhere</title><p>Elsewhere.</p>');
    const tab = await fixture.browser.open(portal);
    tabs.push(tab);
    const panel = await openPanel(tab, 'Waiting for the plugin');
    const plugin = await tab.frame('#webapp3', IMPOSTOR_FRAME);
    const dialOuts = () =>
      tab.evaluate(
        () => (Reflect.get(window, 'heard') as string[]).filter((each) => each === 'got dial-out').length,
      );
    await plugin.evaluate(() => Reflect.get(window, 'act')());
    await seeStatus(panel, 'In the meeting');
    await panel.click('tab', 'Dial out');
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Calling/);
    await tab.evaluate((to) => {
      addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'persisted', persisted));
      setTimeout(() => location.assign(to));
    }, elsewhere);

    // Firefox does not tell the extension where a tab went.
    await panel.see('status', anyName, ({ text }) =>
      /^(No meeting on this page|This page was reloaded)$/.test(text),
    );
    expect(await rowsOf(panel)).toEqual([]);
    // The page that was left goes off before the other is there, and what runs in it then goes with it.
    await tab.waitFor(
      'the other page',
      () => document.title === 'Elsewhere' && document.readyState === 'complete',
    );
    // Later than the answer, which goes with the document.
    await tab.evaluate(() => void setTimeout(() => history.back()));
    await tab.waitFor('the page as it was', () => Reflect.get(window, 'persisted') === true);
    await seeStatus(panel, 'In the meeting');
    await seeRow(panel, 'alice@example.com', /Calling/);
    await expect.poll(dialOuts).toBe(1);
    await dial(panel, 'bob@example.com');
    await seeRow(panel, 'bob@example.com', /Calling/);
    await expect.poll(dialOuts).toBe(2);
  });

  test('that is duplicated leaves its calls to the first, and each dials for itself', async () => {
    const { tab, panel } = await openBeside(fixture);
    tabs.push(tab);
    await panel.click('tab', 'Dial out');
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    const url = fixture.meeting.embeddingUrl();
    await panel.evaluate(async () => {
      const { tabs } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const [{ id }] = await tabs.query({ active: true, currentWindow: true });
      await tabs.duplicate(id);
    });
    // The first one goes by another address from now on, so that the other can be told from it.
    await tab.evaluate(() => history.replaceState(null, '', '?first'));
    const copy = await fixture.browser.ownTab(url);
    tabs.push(copy);
    await (await copy.frame('#webapp3')).see('button', 'Open Chat');
    const beside = await openPanel(copy);
    expect(await rowsOf(beside)).toEqual([]);
    await beside.click('tab', 'Dial out');
    await dial(beside, 'bob@example.com');
    await seeRow(beside, 'bob@example.com', /Joined/);
    expect(await rowsOf(beside)).toHaveLength(1);
    await tab.bringToFront();
    await seeRow(panel, 'alice@example.com', /Joined/);
    expect((await rowsOf(panel)).filter((row) => row.includes('bob'))).toEqual([]);
    expect(dialed(fixture).map(({ address }) => address)).toEqual(['alice@example.com', 'bob@example.com']);
  });
});
