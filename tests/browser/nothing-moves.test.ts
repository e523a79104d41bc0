import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { dial, reloadMeeting, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { openPanel, seeStatus } from './support/panel';
import { recordShifts, type TakeShifts } from './support/shifts';
import { openView } from './support/views';

describe.each(browsers)('what moves by itself in a panel, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let panel: Surface;
  beforeAll(async () => {
    fixture = await createFixture(candidate);
    // As wide as Firefox makes it at first.
    if (fixture.browser instanceof FirefoxUnderTest) await fixture.browser.resizeSidebar(250);
  });
  afterAll(() => fixture?.close());

  /** Records what moves from now on. */
  const recordFrom = async (): Promise<TakeShifts> => {
    const shifts = await recordShifts(panel, candidate.name);
    await shifts();
    return shifts;
  };

  test('the first message moves nothing of an empty chat', async () => {
    tab = await fixture.browser.open(fixture.meeting.embeddingUrl('empty'));
    panel = await openPanel(tab);
    await panel.click('tab', /^Chat/);
    await panel.see('log', 'Meeting chat');
    const shifts = await recordFrom();
    fixture.meeting.node.conference('empty').say('Bob', 'First');
    await panel.see('button', 'Copy all');
    expect(await shifts()).toEqual([]);
  });

  test('ten unread messages and ten people move no tab', async () => {
    tab = await fixture.browser.open(fixture.meeting.embeddingUrl('ten'));
    panel = await openPanel(tab);
    await openView(panel, 'Dial out');
    const conference = fixture.meeting.node.conference('ten');
    await panel.see('tab', /^People \d/);
    const shifts = await recordFrom();
    for (let count = 1; count <= 10; count++) {
      conference.say('Bob', `Message ${count}`);
      conference.join({ display_name: `Person ${count}` });
      await panel.see('tab', new RegExp(`^Chat.*${count} unread`));
    }
    await panel.see('tab', /^People 1\d/);
    expect(await shifts()).toEqual([]);
  });

  test('Dial is where it was, when it was pressed on what cannot be dialed', async () => {
    await panel.fill('textbox', 'Destination', 'alice@');
    await panel.waitFor('a hint', () => document.querySelector('.destination-hint') !== null);
    const place = () =>
      panel.evaluate(() => document.querySelector('.dial-out [type="submit"]')?.getBoundingClientRect().top);
    const before = await place();
    await panel.click('button', 'Dial');
    await panel.see('textbox', 'Destination', ({ invalid }) => invalid);
    expect(await place()).toBe(before);
    await panel.fill('textbox', 'Destination', 'a@example.com; b@example.com');
    await panel.press('Enter');
    await panel.click('button', 'Open in Many');
    await panel.see('textbox', 'Destinations', ({ value }) => value === 'a@example.com\nb@example.com');
    await panel.click('button', 'Undo');
    await openView(panel, 'Dial out');
    await panel.fill('textbox', 'Destination', '');
  });

  test('a plugin that loads after the panel moves nothing', async () => {
    tab = await fixture.browser.open(fixture.meeting.embeddingUrl());
    await tab.evaluate(() => {
      const { location } = document.querySelector<HTMLIFrameElement>('#webapp3')?.contentWindow ?? window;
      location.replace('about:blank');
    });
    panel = await openPanel(tab, 'Waiting for the plugin');
    const shifts = await recordFrom();
    await tab.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
      if (frame) frame.src += '';
    });
    await seeStatus(panel, 'In the meeting');
    await panel.see('tab', /^People \d/);
    expect(await shifts()).toEqual([]);
  });

  test('a reload of the meeting moves nothing below a call that goes on', async () => {
    tab = await fixture.browser.open(fixture.meeting.embeddingUrl('reload'));
    panel = await openPanel(tab);
    await openView(panel, 'Dial out');
    fixture.meeting.node.conference('reload').join({ display_name: 'Room', role: 'chair' });
    for (const destination of ['alice@example.com', 'bob@example.com']) {
      await dial(panel, destination);
      await seeRow(panel, destination, /Joined/);
    }
    const shifts = await recordFrom();
    // For how long they are unknown is up to the plugin: a moment is enough.
    await panel.evaluate(() => {
      const look = () => {
        if (document.querySelector('.call-unknown')) Reflect.set(window, 'wasUnknown', true);
      };
      const observed = { subtree: true, childList: true, attributes: true };
      new MutationObserver(look).observe(document.body, observed);
    });
    await reloadMeeting(tab);
    await panel.waitFor('calls that are unknown', () => 'wasUnknown' in window);
    await seeStatus(panel, 'In the meeting');
    for (const destination of ['alice@example.com', 'bob@example.com'])
      await seeRow(panel, destination, /Joined/);
    expect(await shifts()).toEqual([]);
  });

  test('a scenario moves nothing as it goes on, nor as it ends', async () => {
    tab = await fixture.browser.open(fixture.meeting.embeddingUrl('scenario'));
    panel = await openPanel(tab);
    const steps = ['Ida', 'Bo'].map((person) => ({ name: person, do: 'expect-person', person, within: 600 }));
    await panel.click('tab', 'Testing');
    await panel.click('tab', 'Tests');
    await panel.select('combobox', 'Scenario to run', 'own');
    await panel.fill('textbox', 'Or paste it here', JSON.stringify({ version: 1, name: 'People', steps }));
    await panel.click('button', 'Run');
    await panel.see('button', 'Stop');
    const shifts = await recordFrom();
    for (const name of ['Ida', 'Bo']) {
      fixture.meeting.node.conference('scenario').join({ display_name: name });
      await panel.see('row', anyName, ({ text }) => text.startsWith(name) && text.includes('Passed'));
    }
    await panel.see('button', 'Run another');
    expect(await shifts()).toEqual([]);
  });
});
