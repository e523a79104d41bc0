import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { dial, seeRow } from './support/calls';
import { createFixture, type Fixture } from './support/fixture';
import { openBeside } from './support/panel';
import { openView, seeSwitch } from './support/views';

describe.each(browsers)('a page with the host library under the extension, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    ({ tab, meeting, panel } = await openBeside(fixture, { url: fixture.meeting.libraryUrl() }));
  });
  afterAll(() => fixture?.close());

  const linesOf = () =>
    tab.evaluate(() => [...document.querySelectorAll('#calls li')].map(({ textContent }) => textContent));
  /** Dials from the page and from the panel at once, and waits until each knows its own call and no other. */
  const bothDial = async (ofPage: string, ofPanel: string, count: number) => {
    await tab.fill('textbox', 'Destination', ofPage);
    await openView(panel, 'Dial out');
    await panel.fill('textbox', 'Destination', ofPanel);
    await tab.click('button', 'Dial');
    await dial(panel, ofPanel);
    await tab.waitFor(
      'the call of the page',
      (line) => [...document.querySelectorAll('#calls li')].some(({ textContent }) => textContent === line),
      `${ofPage}: joined`,
    );
    await seeRow(panel, ofPanel, /Joined/);
    expect(await linesOf()).toHaveLength(count);
    expect(await panel.outline()).not.toContain(ofPage);
  };
  const seeChat = async (isOpen: boolean) => {
    await meeting.see('button', isOpen ? /^Close Chat/ : /^Open Chat/, ({ pressed }) => pressed === isOpen);
    await seeSwitch(panel, 'Chat', ({ checked }) => checked === isOpen);
    if (isOpen) await tab.see('region', 'Chat');
    else await tab.gone('region', 'Chat');
  };

  describe('in Drive', () => {
    test('opens and closes the chat of the page with one press of the button each', async () => {
      await meeting.click('button', /^Open Chat/);
      await seeChat(true);
      await meeting.click('button', /^Close Chat/);
      await seeChat(false);
    });

    test('tells the calls of the page from those of the panel', () =>
      bothDial('alice@example.com', 'carol@example.com', 1));

    test('shows the badge that the page sets', async () => {
      await tab.click('button', 'Three unread');
      await meeting.see('img', 'Unread');
    });
  });

  describe('in Watch', () => {
    beforeAll(async () => {
      await panel.click('button', 'Watch only');
      await panel.see('button', 'Respond from here');
    });

    test('opens and closes the chat of the page, and the panel follows', async () => {
      await meeting.click('button', /^Open Chat/);
      await seeChat(true);
      await meeting.click('button', /^Close Chat/);
      await seeChat(false);
    });

    test('tells the calls of the page from those of the panel', () =>
      bothDial('bob@example.com', 'dave@example.com', 2));

    test('receives the meeting chat in the page as well', async () => {
      fixture.meeting.node.conference().say('Bob', 'Good morning.');
      await tab.waitFor(
        'the message',
        () => document.querySelector('#messages')?.textContent?.includes('Good morning.') === true,
      );
    });
  });
});
