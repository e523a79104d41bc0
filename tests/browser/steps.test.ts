import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../until';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { FirefoxUnderTest } from './harness/firefox/firefox';
import { seeRow, untilNodeHas } from './support/calls';
import { chooseFile } from './support/files';
import { createFixture, type Fixture } from './support/fixture';
import { seeStatus } from './support/panel';
import { recordShifts, type TakeShifts } from './support/shifts';

describe.each(browsers)('the steps to each task, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let meeting: Surface;
  let panel: Surface;
  let shifts: TakeShifts;
  let steps = 0;
  beforeAll(async () => {
    fixture = await createFixture(candidate);
    // As wide as the side panel of Chromium is: a press that makes a text longer makes no line more.
    if (fixture.browser instanceof FirefoxUnderTest) await fixture.browser.resizeSidebar(360);
    tab = await fixture.browser.open(fixture.meeting.embeddingUrl());
    meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
  });
  afterAll(() => fixture?.close());

  /** Counts the steps of a task; a text that is typed is one. */
  const inSteps = async (expected: number, task: () => Promise<void>) => {
    steps = 0;
    await task();
    expect(steps).toBe(expected);
  };
  const type = async (text: string) => {
    steps += 1;
    for (const key of text) await panel.press(key);
  };
  const press = (key: string) => {
    steps += 1;
    return panel.press(key);
  };
  const click = (role: string, name: string | RegExp) => {
    steps += 1;
    return panel.click(role, name);
  };
  const record = async () => {
    shifts = await recordShifts(panel, candidate.name);
  };
  const conference = () => fixture.meeting.node.conference('qa.meeting');

  const placeOfDial = () =>
    panel.evaluate(() => document.querySelector('button[type="submit"]')?.getBoundingClientRect().top);

  /**
   * Waits until what was dialed has its row, which makes room for itself and for why it failed: only that
   * moves others.
   */
  const seeNewRow = async (destination: string, says = /./) => {
    await seeRow(panel, destination, says);
    await shifts();
  };

  test('a first call takes three, the next one two, the reason of a failed one none', async () => {
    await inSteps(3, async () => {
      steps += 1;
      panel = await tab.pressIcon();
      await record();
      await seeStatus(panel, 'In the meeting');
      await panel.see('tab', /^People \d/);
      await panel.see('textbox', 'Destination', ({ focused }) => focused);
      expect(await shifts()).toEqual([]);
      const place = await placeOfDial();
      await type('ann@example.com');
      await panel.waitFor('what will be dialed', () =>
        document.querySelector('.destination-hint')?.textContent?.endsWith('ann@example.com'),
      );
      expect(await placeOfDial()).toBe(place);
      await press('Enter');
      await seeNewRow('ann@example.com');
      await seeRow(panel, 'ann@example.com', /Joined/);
    });
    expect(await shifts()).toEqual([]);
    await inSteps(2, async () => {
      await type('busy@example.com');
      await press('Enter');
    });
    await inSteps(0, async () => {
      await seeNewRow('busy@example.com', /Failed.*\w/);
    });
    // A second later only the clocks are others.
    const { text: before } = await seeRow(panel, 'ann@example.com', /Joined/);
    await panel.see('listitem', /|/, ({ text }) => text.startsWith('ann@example.com') && text !== before);
    expect(await shifts()).toEqual([]);
  });

  test('one more takes two after a click, too', async () => {
    await panel.fill('textbox', 'Destination', 'bob@example.com');
    await panel.click('button', 'Dial');
    await seeNewRow('bob@example.com', /Joined/);
    await inSteps(2, async () => {
      await type('carol@example.com');
      await press('Enter');
    });
    await seeNewRow('carol@example.com', /Joined/);
  });

  test('the newest call is hung up in one', async () => {
    await inSteps(1, async () => {
      await click('button', 'Hang up carol@example.com');
      await untilNodeHas(fixture, 'carol@example.com', false);
    });
    await seeRow(panel, 'carol@example.com', /Hung up/);
    expect(await shifts()).toEqual([]);
  });

  test('a new message is read in one, by the tab, and answered in two', async () => {
    conference().say('Bob', 'Good morning');
    await panel.see('tab', /Chat.*1 unread/);
    expect(await shifts()).toEqual([]);
    await inSteps(1, async () => {
      await click('tab', /^Chat/);
      await panel.see('log', 'Meeting chat', ({ text }) => text.includes('Good morning'));
    });
    await inSteps(2, async () => {
      await type('Hi');
      await press('Enter');
    });
    await until(() => expect(conference().messages.at(-1)?.payload).toBe('Hi'));
    expect(await shifts()).toEqual([]);
    await panel.click('tab', 'Dial out');
    await panel.see('textbox', 'Destination');
    await shifts();
  });

  test('or by the button of the meeting, and in the side panel answered in three', async () => {
    conference().say('Bob', 'Hello');
    await panel.see('tab', /Chat.*1 unread/);
    expect(await shifts()).toEqual([]);
    await inSteps(1, async () => {
      steps += 1;
      await meeting.click('button', /^Open Chat/);
      await panel.see('log', 'Meeting chat', ({ text }) => text.includes('Hello'));
    });
    conference().say('Bob', 'Are you there?');
    await panel.see('log', 'Meeting chat', ({ text }) => text.includes('Are you there?'));
    expect(await shifts()).toEqual([]);
    // Without a window every document has the focus. With one, the page keeps it: see chat-focus.test.ts.
    await inSteps(3, async () => {
      await click('textbox', 'Message');
      await type('Yes');
      await press('Enter');
    });
    await until(() => expect(conference().messages.at(-1)?.payload).toBe('Yes'));
    expect(await shifts()).toEqual([]);
  });

  test('who is here is seen in one', async () => {
    await inSteps(1, async () => {
      await click('tab', /People/);
      await panel.see('tabpanel', /^People/, ({ text }) => /Host|Guest/.test(text));
    });
    expect(await shifts()).toEqual([]);
  });

  test('what another host does to everybody moves nothing', async () => {
    for (const [status, name] of [
      [{ locked: true }, 'Unlock the meeting'],
      [{ guests_muted: true }, 'Unmute all guests'],
      [{ locked: false }, 'Lock the meeting'],
      [{ guests_muted: false }, 'Mute all guests'],
    ] as const) {
      conference().setStatus(status);
      await panel.see('button', name);
      expect([name, await shifts()]).toEqual([name, []]);
    }
  });

  test('what becomes of people moves nothing, and who waits only the mark at the tab', async () => {
    const { uuid } = conference().join({ display_name: 'Zoe' });
    const zoe = (says: RegExp) => panel.see('listitem', /|/, ({ text }) => says.test(text));
    await zoe(/Zoe/);
    await shifts();
    conference().update(uuid, { is_muted: 'YES' });
    await zoe(/Zoe.*Muted/s);
    expect(await shifts()).toEqual([]);
    await panel.click('tab', 'Dial out');
    await panel.see('textbox', 'Destination');
    await shifts();
    conference().join({ display_name: 'Lobby Larsen', service_type: 'waiting_room' });
    await panel.see('tab', /^People.*1 waiting/);
    expect(await shifts()).toEqual([]);
  });

  test('what moves is in the record that is looked at', async () => {
    await shifts();
    await panel.evaluate(() => {
      const block = document.createElement('p');
      block.style.height = '80px';
      document.querySelector('main')?.prepend(block);
    });
    await until(async () => expect(await shifts()).not.toEqual([]));
  });

  test('thirty rooms of a spreadsheet are dialed in four', async () => {
    const rooms = Array.from({ length: 30 }, (_, at) => `Room ${at},room-${at}@example.com,77${at}88,Host`);
    const sheet = ['Name,Destination,PIN,Role', ...rooms].join('\n');
    await inSteps(4, async () => {
      await click('tab', 'Many');
      await panel.see('textbox', 'Destinations');
      // The button, and the file in what the browser shows then.
      steps += 2;
      await chooseFile(panel, 'list-file', 'rooms.csv', sheet);
      await panel.see('row', anyName, ({ text }) => /Room 29.*room-29@example\.com.*Host.*••••/s.test(text));
      await click('button', 'Dial all');
      await panel.see('table', 'Results', ({ text }) => /Room 0.*Joined.*Room 29/s.test(text));
    });
    await panel.click('button', 'Stop');
  });
});
