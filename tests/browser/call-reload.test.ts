import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browsers, type Surface, type Tab } from './harness/browser';
import { dial, dialAll, dialed, reloadMeeting, seeRow, untilNodeHas } from './support/calls';
import { createFixture, editionsIn, type Fixture } from './support/fixture';
import { openBeside, seeStatus } from './support/panel';

describe.each(browsers)(
  'calls whose meeting is reloaded, or whose panel is closed, in $name',
  (candidate) => {
    let shared: Fixture;
    beforeAll(async () => {
      shared = await createFixture(candidate);
    });
    afterAll(() => shared?.close());

    describe.each(editionsIn(candidate.name))('under the edition %s', (edition) => {
      let fixture: Fixture;
      let tab: Tab;
      let panel: Surface;
      beforeEach(async () => {
        fixture = await shared.another({ behavior: { edition } });
        ({ tab, panel } = await openBeside(fixture));
      });
      afterEach(async () => {
        await tab?.close();
        await fixture?.close();
      });

      /** Somebody who keeps the conference alive while the page is away. */
      const joinRoom = () =>
        fixture.meeting.node.conference('qa.meeting').join({ display_name: 'Room', role: 'chair' });

      /**
       * Keeps what the rows say from now on, some of it only for a moment; what it resolves with waits
       * until one has said this.
       */
      const recordRows = async () => {
        await panel.evaluate(() => {
          const said: string[] = [];
          Reflect.set(window, 'said', said);
          const record = () => {
            for (const row of document.querySelectorAll('.call')) said.push(row.textContent ?? '');
          };
          const kinds = { childList: true, characterData: true, subtree: true };
          new MutationObserver(record).observe(document.body, kinds);
        });
        return (destination: string, state: string) =>
          panel.waitFor(
            `a row that said ${destination}: ${state}`,
            (begin, end) =>
              (Reflect.get(window, 'said') as string[]).some(
                (each) => each.startsWith(begin) && each.includes(end),
              ),
            destination,
            state,
          );
      };

      test('are found again where the conference goes on, and can be hung up', async () => {
        joinRoom();
        await dial(panel, 'alice@example.com');
        await seeRow(panel, 'alice@example.com', /Joined/);
        await dial(panel, 'noanswer@example.com');
        await seeRow(panel, 'noanswer@example.com', /Ringing/);
        const saw = await recordRows();
        await reloadMeeting(tab);
        await saw('alice@example.com', 'Unknown: the meeting was reloaded');
        await seeRow(panel, 'alice@example.com', /Joined/);
        await seeRow(panel, 'noanswer@example.com', /Ringing/);
        await panel.click('button', 'Hang up noanswer@example.com');
        await seeRow(panel, 'noanswer@example.com', /Hung up/);
        await panel.click('button', 'Hang up alice@example.com');
        await seeRow(panel, 'alice@example.com', /Hung up/);
        await untilNodeHas(fixture, 'alice@example.com', false);
      });

      test('go to the frame that the page puts in the place of theirs', async () => {
        joinRoom();
        await dial(panel, 'alice@example.com');
        await seeRow(panel, 'alice@example.com', /Joined/);
        const saw = await recordRows();
        await tab.evaluate(() => {
          const frame = document.querySelector('#webapp3');
          frame?.replaceWith(frame.cloneNode());
        });
        // Until the panel has seen that, it says what it said before.
        await saw('alice@example.com', 'Unknown: the meeting was reloaded');
        await seeStatus(panel, 'In the meeting');
        await seeRow(panel, 'alice@example.com', /Joined/);
        expect(await panel.find('combobox', 'Meeting')).toBeUndefined();
        await panel.click('button', 'Hang up alice@example.com');
        await untilNodeHas(fixture, 'alice@example.com', false);
      });

      test('have left where the conference ended with the page', async () => {
        await dial(panel, 'alice@example.com');
        await seeRow(panel, 'alice@example.com', /Joined/);
        await reloadMeeting(tab);
        await seeRow(panel, 'alice@example.com', /Left/);
        expect(dialed(fixture)).toEqual([]);
      });

      test('have left where they did so while nobody was looking', async () => {
        joinRoom();
        await dial(panel, 'alice@example.com');
        await seeRow(panel, 'alice@example.com', /Joined/);
        const home = await tab.evaluate(() => {
          const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
          const { src = '' } = frame ?? {};
          if (frame) frame.src = 'about:blank';
          return src;
        });
        await seeRow(panel, 'alice@example.com', /Unknown/);
        for (const { uuid } of dialed(fixture)) fixture.meeting.node.conference('qa.meeting').remove(uuid);
        await tab.evaluate((src) => {
          const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
          if (frame) frame.src = src;
        }, home);
        await seeRow(panel, 'alice@example.com', /Left/);
      });

      test('go on while the panel is closed, and show their true end on its return', async () => {
        await dialAll(panel, ['leave@example.com', 'slow@example.com']);
        await seeRow(panel, 'slow@example.com', /Ringing|Joined/);
        await tab.closePanel();
        await untilNodeHas(fixture, 'leave@example.com', false);
        panel = await tab.pressIcon();
        await seeRow(panel, 'leave@example.com', /Left ?\d+:\d\d/);
        await seeRow(panel, 'slow@example.com', /Joined/);
      });
    });
  },
);
