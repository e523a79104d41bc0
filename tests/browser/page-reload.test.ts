import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { type Stage, setStage } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { openBeside, seeStatus } from './support/panel';

const RELOADED = 'This page was reloaded';

describe.each(browsers)('a page with a meeting that is loaded again, in $name', (candidate) => {
  let stage: Stage;
  let elsewhere: ServedPage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    stage = await setStage(candidate);
    elsewhere = await servePage('<!doctype html><title>Elsewhere</title><p>Elsewhere.</p>');
  });
  afterEach(() => tab?.close());
  afterAll(async () => {
    await stage?.close();
    elsewhere?.close();
  });

  /** In Firefox a press of the icon counts until the page is loaded again: there the user has to be asked. */
  const comeBack = async () => {
    const { browser } = stage;
    if (!(browser instanceof FirefoxUnderTest)) return;
    await seeStatus(panel, RELOADED);
    await panel.click('button', 'Continue');
    await browser.answerPrompt(true);
  };

  test('has its meeting again', async () => {
    ({ tab, panel } = await openBeside(stage));
    await tab.reload();
    await comeBack();
    await seeStatus(panel, 'In the meeting');
    const webapp3 = await tab.frame('#webapp3');
    await webapp3.click('button', 'Open Chat');
    await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
  });

  test('has it again after a move to another page of the site, and back, several times', async () => {
    const { tab: mine, panel: beside } = await openBeside(stage);
    [tab, panel] = [mine, beside];
    for (const alias of ['other', 'qa.meeting', 'qa.meeting']) {
      await tab.navigate(stage.meeting.embeddingUrl(alias));
      await comeBack();
      await seeStatus(panel, 'In the meeting');
    }
  });
});
