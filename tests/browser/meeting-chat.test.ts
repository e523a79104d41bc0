import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { reloadMeeting } from './support/calls';
import { createFixture, editionsIn, type Fixture } from './support/fixture';
import { openBeside, seeStatus } from './support/panel';
import { openView } from './support/views';

describe.each(browsers)('the meeting’s own chat, in $name', (candidate) => {
  let shared: Fixture;
  beforeAll(async () => {
    shared = await createFixture(candidate);
  });
  afterAll(() => shared?.close());

  describe.each(editionsIn(candidate.name))('under the edition %s', (edition) => {
    let fixture: Fixture;
    let tab: Tab;
    let meeting: Surface;
    let panel: Surface;

    beforeAll(async () => {
      fixture = await shared.another({ behavior: { edition } });
      ({ tab, meeting, panel } = await openBeside(fixture));
      // The panel opens where it was left in the other edition.
      await openView(panel, 'Dial out');
    });
    afterAll(() => tab?.close());

    const conference = () => fixture.meeting.node.conference('qa.meeting');
    const line = (text: RegExp) => panel.see('listitem', anyName, (item) => text.test(item.text));

    test('what comes unseen lights the badge by itself, with a count in the tooltip', async () => {
      conference().say('Bob', 'Hello, is anybody there?');
      await meeting.see('img', 'Unread');
      conference().say('Bob', 'The agenda: https://portal.example.com/agenda');
      await meeting.see('button', 'Open Chat (2 unread)');
      await panel.see('tab', /^Chat/, ({ name }) => name.includes('2 unread'));
    });

    test('it is seen in the panel, and the badge goes out', async () => {
      await panel.click('tab', /^Chat/);
      await line(/Bob.*Hello, is anybody there\?/);
      await panel.see('link', 'https://portal.example.com/agenda');
      await meeting.gone('img', 'Unread');
      await meeting.see('button', 'Open Chat');
    });

    test('what comes while it is seen lights nothing', async () => {
      conference().say('Bob', '<b>Text</b> stays text');
      await line(/<b>Text<\/b> stays text/);
      expect(await meeting.find('img', 'Unread')).toBeUndefined();
    });

    test('an answer reaches the meeting, and the panel shows it as the user’s own message', async () => {
      await panel.fill('textbox', 'Message', 'Yes, I am here.');
      await panel.press('Enter');
      await line(/You.*Yes, I am here\./);
      expect(conference().messages.at(-1)?.payload).toBe('Yes, I am here.');
      await panel.see('textbox', 'Message', ({ value }) => value === '');
    });

    test('more than fits stays unread as far as it was not on screen, also after the panel', async () => {
      await openView(panel, 'Dial out');
      const said = Array.from({ length: 40 }, (_, at) => `Point ${at + 1} of the agenda`);
      for (const each of said) conference().say('Bob', each);
      await meeting.see('button', 'Open Chat (40 unread)');
      await panel.click('tab', /^Chat/);
      await panel.see('listitem', anyName, ({ text }) => text === 'New');
      const below = await panel.see('button', /^\d+ new ↓$/);
      const count = Number(/\d+/.exec(below.name));
      expect(count).toBeLessThan(40);
      await openView(panel, 'Dial out');
      await panel.see('tab', /^Chat/, ({ name }) => name.includes(`${count} unread`));
      await tab.closePanel();
      panel = await tab.pressIcon();
      await panel.click('tab', new RegExp(`^Chat.*${count} unread`));
      await panel.see('listitem', anyName, ({ text }) => text === 'New');
      await panel.click('button', /new ↓$/);
      await meeting.gone('img', 'Unread');
    });

    test('a message that was refused arrives once, when it is sent again', async () => {
      const { node } = fixture.meeting;
      node.faultOf = (call) =>
        call === 'message' ? { status: 403, body: '{"status":"failed","result":"Not now"}' } : undefined;
      await panel.fill('textbox', 'Message', 'Only once');
      await panel.press('Enter');
      await line(/Not now/);
      node.faultOf = () => undefined;
      await panel.click('button', 'Send again');
      await line(/You.*Only once/);
      conference().say('Bob', 'After it');
      await line(/After it/);
      expect(conference().messages.filter(({ payload }) => payload === 'Only once')).toHaveLength(1);
    });

    test('all of it survives the panel, and so does what was not sent', async () => {
      await panel.fill('textbox', 'Message', 'Not yet');
      await tab.closePanel();
      conference().say('Carol', 'While you were away');
      await meeting.see('img', 'Unread');
      panel = await tab.pressIcon();
      await panel.click('tab', /^Chat/);
      await line(/Bob.*Hello/);
      await line(/Yes, I am here/);
      await line(/Carol.*While you were away/);
      await panel.see('textbox', 'Message', ({ value }) => value === 'Not yet');
      await meeting.gone('img', 'Unread');
    });

    test('and a reload of the meeting', async () => {
      await reloadMeeting(tab);
      await meeting.see('listitem', anyName, ({ text }) => text.includes('joined · host'));
      await seeStatus(panel, 'In the meeting');
      await line(/Bob.*Hello/);
      conference().say('Bob', 'Welcome back');
      await line(/Welcome back/);
    });

    /** Types into what has the focus, a key at a time, as a person does. */
    const typeKeys = async (keys: string) => {
      for (const key of keys) await panel.press(key);
    };
    const draft = (text: string) =>
      panel.see('textbox', 'Message', ({ value, focused }) => focused && value === text);

    test('what is typed while the meeting reloads stays in the field, and can be sent after it', async () => {
      await panel.fill('textbox', 'Message', 'one');
      const src = await tab.evaluate(() => {
        const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
        const { src = '' } = frame ?? {};
        if (frame) frame.src = 'about:blank';
        return src;
      });
      await seeStatus(panel, 'Waiting for the plugin');
      await typeKeys('two');
      await draft('onetwo');
      // There is nobody to send it to.
      await panel.see('button', 'Send', ({ disabled }) => disabled);
      await panel.press('Enter');
      await tab.evaluate((given) => {
        const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
        if (frame) frame.src = given;
      }, src);
      await seeStatus(panel, 'In the meeting');
      await typeKeys('three');
      await draft('onetwothree');
      await panel.press('Enter');
      await line(/You.*onetwothree/);
      expect(conference().messages.filter(({ payload }) => payload.startsWith('one'))).toHaveLength(1);
    });
  });
});
