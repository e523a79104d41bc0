import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { reloadMeeting } from './support/calls';
import { createFixture, editionsIn, type Fixture } from './support/fixture';
import { openPanel } from './support/panel';
import { clickSwitch, seeSwitch } from './support/views';

describe.each(browsers)('the Chat button, in $name', (candidate) => {
  let shared: Fixture;
  beforeAll(async () => {
    shared = await createFixture(candidate);
  });
  afterAll(() => shared?.close());

  describe.each(editionsIn(candidate.name))('under the edition %s', (edition) => {
    let fixture: Fixture;
    let tab: Tab;

    beforeAll(async () => {
      fixture = await shared.another({ behavior: { edition } });
    });
    afterEach(() => tab?.close());

    const openIn = async (
      url: string,
      ...frames: string[]
    ): Promise<{ meeting: Surface; panel: Surface }> => {
      tab = await fixture.browser.open(url);
      const meeting = frames.length > 0 ? await tab.frame(...frames) : tab;
      await meeting.see('button', 'Open Chat');
      return { meeting, panel: await openPanel(tab) };
    };

    const story = async ({ meeting, panel }: { meeting: Surface; panel: Surface }) => {
      await meeting.click('button', 'Open Chat');
      await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);

      await clickSwitch(panel, 'Chat');
      await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);

      await clickSwitch(panel, 'Unread badge');
      await meeting.see('img', 'Unread');
      // A switch that does not show it yet would turn it on once more.
      await seeSwitch(panel, 'Unread badge', ({ checked }) => checked === true);
      await clickSwitch(panel, 'Unread badge');
      await meeting.gone('img', 'Unread');
    };

    test('moves through our echo, in an iframe of the page', async () => {
      await story(await openIn(fixture.meeting.embeddingUrl(), '#webapp3'));
    });

    test('keeps its state when the meeting is reloaded', async () => {
      const { meeting, panel } = await openIn(fixture.meeting.embeddingUrl(), '#webapp3');
      await clickSwitch(panel, 'Chat');
      await clickSwitch(panel, 'Unread badge');
      await meeting.see('button', 'Close Chat');
      await meeting.see('img', 'Unread');
      await reloadMeeting(tab);
      await meeting.see('button', 'Close Chat', ({ pressed }) => pressed === true);
      await meeting.see('img', 'Unread');
    });

    test('moves where Web App 3 is the page itself, also if it is drawn anew under a press', async () => {
      const beside = await openIn(fixture.meeting.directUrl());
      await beside.meeting.evaluate(() =>
        document.querySelector('[aria-label="Open Chat"]')?.addEventListener('pointerdown', (event) => {
          const button = event.currentTarget;
          if (button instanceof Element)
            button.replaceChildren(...[...button.children].map((each) => each.cloneNode(true)));
        }),
      );
      await story(beside);
    });

    test('stays as it is on a page without a peer', async () => {
      tab = await fixture.browser.open(fixture.meeting.embeddingUrl());
      const meeting = await tab.frame('#webapp3');
      await meeting.click('button', 'Open Chat');
      // First, since it goes away by itself.
      await meeting.waitFor('what to do', () =>
        document.querySelector('#toasts')?.textContent?.includes('This page has no chat.'),
      );
      await meeting.waitFor('the click in the log', () =>
        document.querySelector('[role=log]')?.textContent?.includes('ui:button:click'),
      );
      await meeting.see('button', 'Open Chat', ({ pressed }) => pressed === false);
    });

    test('carries out a press that came before the extension, in the meeting’s language', async () => {
      const german = await shared.another({ behavior: { edition, interfaceLanguage: 'de' } });
      tab = await fixture.browser.open(german.meeting.embeddingUrl());
      const meeting = await tab.frame('#webapp3');
      await meeting.click('button', 'Chat öffnen');
      await meeting.waitFor('the sentence', () =>
        document.querySelector('#toasts')?.textContent?.includes('Diese Seite hat keinen Chat.'),
      );
      const panel = await openPanel(tab);
      await meeting.see('button', 'Chat schließen', ({ pressed }) => pressed === true);
      await seeSwitch(panel, 'Chat', ({ checked }) => checked === true);
    });
  });
});
