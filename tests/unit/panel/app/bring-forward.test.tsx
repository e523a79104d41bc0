// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { onPanelRequest } from '../../../../peer/panel-server/requests';
import { onPluginMessage } from '../../../../peer/reducer';
import type { Meeting } from '../../../../protocol/meeting';
import { aMeeting, eventually, openPanel, press, START, the } from '../fixture';

/** A panel beside a peer: what the panel reports reaches it, and what comes of it reaches the panel. */
async function beside() {
  const panel = openPanel();
  let meeting: Meeting = aMeeting();
  let read = 0;
  const settle = async () => {
    for (;;) {
      await panel.receive(meeting);
      const requests = panel.sent.slice(read);
      read = panel.sent.length;
      const reports = requests.filter((each) => each.type === 'front');
      if (reports.length === 0) return;
      for (const each of reports) ({ meeting } = onPanelRequest(meeting, each, START));
    }
  };
  await settle();
  return {
    panel,
    settle,
    /** The user presses a button of the meeting; resolves with the state that the plugin is sent. */
    async press(name: 'toggle-chat' | 'toggle-participants', active: boolean) {
      const result = onPluginMessage(meeting, { name, active }, START);
      meeting = result.meeting;
      await settle();
      return result.messages.map((message) => 'active' in message && message.active);
    },
    async turnTo(name: RegExp | string) {
      await press('tab', String(name));
      await settle();
    },
  };
}

const inFront = (name: string) =>
  eventually(() => expect(the('tab', name).getAttribute('aria-selected')).toBe('true'));

describe('a button of the meeting', () => {
  it.each([
    ['toggle-chat', 'Chat'],
    ['toggle-participants', 'People'],
  ] as const)(
    'brings its view forward from behind another, and closes it in front: %s',
    async (name, tab) => {
      const peer = await beside();
      // What reports the view is loaded beside the panel.
      await eventually(async () => {
        await peer.press(name, true);
        expect(peer.panel.sent.some(({ type }) => type === 'front')).toBe(true);
      });
      await inFront(tab);
      await peer.turnTo('Dial out');
      expect(await peer.press(name, false)).toEqual([true]);
      await inFront(tab);
      expect(await peer.press(name, false)).toEqual([false]);
    },
  );

  it('closes its view where the button itself is looked at, in Testing', async () => {
    const peer = await beside();
    await eventually(async () => {
      await peer.press('toggle-chat', true);
      expect(peer.panel.sent.some(({ type }) => type === 'front')).toBe(true);
    });
    await peer.turnTo('Testing');
    expect(await peer.press('toggle-chat', false)).toEqual([false]);
    await inFront('Testing');
  });

  it('does not bring its view forward later, once the user has turned from Testing to another', async () => {
    const peer = await beside();
    await eventually(async () => {
      await peer.press('toggle-chat', true);
      expect(peer.panel.sent.some(({ type }) => type === 'front')).toBe(true);
    });
    await peer.turnTo('Testing');
    expect(await peer.press('toggle-chat', true)).toEqual([true]);
    await inFront('Testing');
    await peer.turnTo('Dial out');
    await peer.settle();
    await inFront('Dial out');
  });

  it.each([
    [['Dial out', 'Chat', 'Testing', 'Dial out']],
    [['Chat', 'People', 'Chat']],
    [['Chat', 'People', 'Chat', 'People']],
    [['Testing', 'People', 'Chat', 'People']],
  ])('is not heard in what a busy peer tells late of the views that the user has left: %s', async (views) => {
    const { panel, press: pressInMeeting, settle } = await beside();
    await eventually(async () => {
      await pressInMeeting('toggle-chat', true);
      expect(panel.sent.some(({ type }) => type === 'front')).toBe(true);
    });
    await pressInMeeting('toggle-participants', true);
    await settle();
    await inFront('People');
    const before = panel.sent.length;
    for (const tab of views) await press('tab', tab);
    let meeting: Meeting = { ...aMeeting(), chat: true, participants: true };
    for (const report of panel.sent.slice(before)) {
      if (report.type !== 'front') continue;
      ({ meeting } = onPanelRequest(meeting, report, START));
      await panel.receive(meeting);
      expect(the('tab', String(views.at(-1))).getAttribute('aria-selected')).toBe('true');
    }
  });

  it('closes its view where no panel has told what is in front', () => {
    const open = { ...aMeeting(), chat: true };
    const { meeting, messages } = onPluginMessage(open, { name: 'toggle-chat', active: false }, START);
    expect(meeting.chat).toBe(false);
    expect(messages).toEqual([{ name: 'toggle-chat-button-state', active: false }]);
  });
});
