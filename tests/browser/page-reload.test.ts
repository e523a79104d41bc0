import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { answer, dial, dialed, rowsOf, seeRow, untilNodeHas } from './support/calls';
import { createFixture, editionsIn, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { openBeside, seeStatus } from './support/panel';
import { openView } from './support/views';

const RELOADED = 'This page was reloaded';

describe.each(browsers)('a page with a meeting that is loaded again, in $name', (candidate) => {
  let shared: Fixture;
  let fixture: Fixture;
  let elsewhere: ServedPage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    shared = await createFixture(candidate);
    elsewhere = await servePage('<!doctype html><title>Elsewhere</title><p>Elsewhere.</p>');
  });
  afterEach(() => tab?.close());
  afterAll(async () => {
    await shared?.close();
    elsewhere?.close();
  });

  const isFirefox = () => shared.browser instanceof FirefoxUnderTest;

  /** In Firefox a press of the icon counts until the page is loaded again: there the user has to be asked. */
  const comeBack = async () => {
    const { browser } = shared;
    if (!(browser instanceof FirefoxUnderTest)) return;
    await seeStatus(panel, RELOADED);
    await panel.click('button', 'Continue');
    await browser.answerPrompt(true);
  };

  const open = async (edition: ReturnType<typeof editionsIn>[number]) => {
    fixture = await shared.another({ behavior: { edition } });
    ({ tab, panel } = await openBeside(fixture));
    await openView(panel, 'Dial out');
  };
  const conference = (alias = 'qa.meeting') => fixture.meeting.node.conference(alias);
  /** Somebody who keeps the conference alive while the page is away. */
  const joinRoom = () => conference().join({ display_name: 'Room', role: 'chair' });
  const reload = async () => {
    await tab.reload();
    await comeBack();
    await seeStatus(panel, 'In the meeting');
  };

  describe.each(editionsIn(candidate.name))('under the edition %s', (edition) => {
    test('has its meeting again, and its Chat button works', async () => {
      await open(edition);
      await reload();
      const webapp3 = await tab.frame('#webapp3');
      await webapp3.click('button', 'Open Chat');
      await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    });

    test('has its calls again where the conference goes on, and can hang them up', async () => {
      await open(edition);
      joinRoom();
      await dial(panel, 'alice@example.com');
      await seeRow(panel, 'alice@example.com', /Joined/);
      await dial(panel, 'noanswer@example.com');
      await seeRow(panel, 'noanswer@example.com', /Ringing/);
      await reload();
      await seeRow(panel, 'alice@example.com', /Joined/);
      await seeRow(panel, 'noanswer@example.com', /Ringing/);
      expect(dialed(fixture)).toHaveLength(2);
      await panel.click('button', 'Hang up alice@example.com');
      await seeRow(panel, 'alice@example.com', /Hung up/);
      await untilNodeHas(fixture, 'alice@example.com', false);
    });

    test('has its calls and chat again after a second reload, without dialing twice', async () => {
      await open(edition);
      joinRoom();
      await dial(panel, 'alice@example.com');
      await seeRow(panel, 'alice@example.com', /Joined/);
      await panel.click('tab', /^Chat/);
      conference().say('Bob', 'Said before the page was reloaded');
      const line = (text: RegExp) => panel.see('listitem', anyName, (item) => text.test(item.text));
      await line(/Bob.*Said before/);
      await reload();
      await line(/Bob.*Said before/);
      conference().say('Bob', 'Said after it');
      await line(/Bob.*Said after it/);
      await reload();
      await line(/Bob.*Said before/);
      await line(/Bob.*Said after it/);
      await openView(panel, 'Dial out');
      await seeRow(panel, 'alice@example.com', /Joined/);
      expect(conference().dials).toHaveLength(1);
    });
  });

  test('says so to a list that runs, which goes on only when the user resumes', async () => {
    await open('current');
    joinRoom();
    await openView(panel, 'Many');
    await panel.fill('textbox', 'Destinations', 'noanswer@example.com\nann@example.com');
    await panel.click('button', 'Dial all');
    const row = (text: RegExp) => panel.see('row', anyName, (item) => text.test(item.text));
    await row(/noanswer@example\.com.*Calling/);
    // A call that nothing has been heard of is of unknown outcome after a reload.
    await openView(panel, 'Dial out');
    await seeRow(panel, 'noanswer@example.com', /Ringing/);
    await openView(panel, 'Many');
    await reload();
    await panel.see('status', anyName, ({ text }) => /was reloaded\. Select Resume/.test(text));
    answer(fixture, 'noanswer@example.com');
    await row(/noanswer@example\.com.*Joined/);
    expect(dialed(fixture)).toHaveLength(1);
    await panel.click('button', 'Resume');
    await row(/ann@example\.com.*Joined/);
    expect(dialed(fixture).map(({ address }) => address)).toEqual([
      'noanswer@example.com',
      'ann@example.com',
    ]);
  });

  test('shows nothing of a meeting in another one on the site, and gives it back to the first', async () => {
    await open('current');
    joinRoom();
    await dial(panel, 'alice@example.com');
    await seeRow(panel, 'alice@example.com', /Joined/);
    await tab.navigate(fixture.meeting.embeddingUrl('other'));
    await comeBack();
    await panel.see('banner', anyName, ({ text }) => text.includes('other'));
    await seeStatus(panel, 'In the meeting');
    await dial(panel, 'bob@example.com');
    await seeRow(panel, 'bob@example.com', /Joined/);
    expect((await rowsOf(panel)).filter((text) => text.includes('alice'))).toEqual([]);
    await tab.navigate(fixture.meeting.embeddingUrl());
    await comeBack();
    await seeRow(panel, 'alice@example.com', /Joined/);
  });

  test('does not come back where the tab went to another site', async () => {
    await open('current');
    await tab.navigate(elsewhere.url);
    // Firefox does not tell the extension where a tab went: it can only offer to continue, which fails there.
    if (!isFirefox()) await seeStatus(panel, 'No meeting on this page');
    else {
      await comeBack();
      await seeStatus(panel, 'No meeting on this page');
    }
  });
});
