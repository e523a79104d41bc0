import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { setSettings } from './support/calls';
import { candidatesBy } from './support/candidates';
import { setCustomChat } from './support/custom-chat';
import { DOCK } from './support/dock';
import { createFixture, type Fixture } from './support/fixture';
import { type ServedPage, servePage } from './support/page';
import { openPanel } from './support/panel';
import { type Managed, managedBuild, whyNoPolicy } from './support/policy';
import { openTab } from './support/views';

/** What the panel may take around a chat on the page. */
const FRAME = 96;

const namesOf = (panel: Surface) =>
  panel.evaluate(() =>
    [...document.querySelectorAll('.tabs [data-label]')].map((label) => label.textContent),
  );
/** How much of the document's height is not that element's. */
const around = (panel: Surface, selector: string) =>
  panel.evaluate(
    (of) => window.innerHeight - (document.querySelector(of)?.getBoundingClientRect().height ?? 0),
    selector,
  );
const openDock = async (tab: Tab, meeting: Surface) => {
  await tab.closePanel();
  await meeting.click('button', /^Open Chat/);
  const dock = await tab.frame(DOCK);
  await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
  return dock;
};

describe.each(browsers)('the tabs, in $name', (candidate) => {
  let fixture: Fixture;
  let chat: ServedPage;
  let tab: Tab;
  let meeting: Surface;
  let dock: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    chat = await servePage('<!doctype html><title>Team chat</title><h1>Team chat</h1>');
    tab = await fixture.browser.open(fixture.meeting.embeddingUrl());
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    await openPanel(tab);
    dock = await openDock(tab, meeting);
  });
  afterAll(async () => {
    await fixture?.close();
    chat?.close();
  });

  test('are the people and the chat on the page, with at most 96 px around the chat', async () => {
    await dock.see('log', 'Meeting chat');
    expect(await namesOf(dock)).toEqual(['People', 'Chat']);
    expect(await dock.evaluate(() => window.innerWidth)).toBeLessThanOrEqual(360);
    expect(await around(dock, '.log')).toBeLessThanOrEqual(FRAME);
    await setCustomChat(dock, chat.url);
    const framed = await dock.frame('iframe.custom-chat');
    await framed.see('heading', 'Team chat');
    expect(await around(dock, 'iframe.custom-chat')).toBeLessThanOrEqual(FRAME);
  });

  test('grow by one that the menu is asked for, and are what the options say', async () => {
    await openTab(dock, 'Testing');
    await dock.see('switch', 'Chat');
    expect(await namesOf(dock)).toEqual(['People', 'Chat', 'Testing']);
    await setSettings(dock, { tabs: ['people', 'testing'], dockTabs: ['chat'] });
    await dock.gone('tab', /^People/);
    await meeting.click('button', 'Close Chat');
    const panel = await openPanel(tab);
    await panel.see('tab', 'Testing');
    await expect.poll(() => namesOf(panel)).toEqual(['People', 'Testing']);
    await panel.see('tabpanel', /^People/);
  });
});

const candidates = candidatesBy(whyNoPolicy);

describe.each(candidates)('the tabs of an administrator, in $title', (candidate) => {
  const { name, reason } = candidate;
  let managed: Managed;
  let fixture: Fixture;
  afterAll(async () => {
    await fixture?.close();
    managed?.forget();
  });

  test.skipIf(reason)('are all that there are, and no menu has another', async () => {
    managed = managedBuild(name, { tabs: ['chat', 'people'] });
    fixture = await createFixture(candidate, managed);
    const tab = await fixture.browser.open(fixture.meeting.embeddingUrl());
    const meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    const panel = await openPanel(tab);
    await expect.poll(() => namesOf(panel)).toEqual(['People', 'Chat']);
    await panel.see('tabpanel', /^People/);
    await panel.click('button', 'More');
    await panel.see('button', 'Options');
    expect(await panel.find('button', 'Testing')).toBeUndefined();
  });
});
