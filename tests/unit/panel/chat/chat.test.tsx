// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatEntry } from '../../../../protocol/meeting';
import { until } from '../../../until';
import {
  all,
  aMeeting,
  byId,
  choose,
  eventually,
  IN_M1,
  openPanel,
  press,
  rendered,
  START,
  the,
  type,
  value,
} from '../fixture';

const CHATTY = aMeeting({ plugin: { name: 'ready', inMeeting: true, features: ['messages'] } });

const said = (text: string, over: Partial<Extract<ChatEntry, { name: 'message' }>> = {}): ChatEntry => ({
  name: 'message',
  id: text,
  at: START,
  text,
  displayName: 'Alice',
  own: false,
  ...over,
});

describe('the chat', () => {
  let panel: ReturnType<typeof openPanel>;
  beforeEach(async () => {
    panel = openPanel();
    await panel.receive({ ...CHATTY, messageCount: 1, unread: 1 });
  });
  const open = async () => {
    byId('tab-chat').click();
    await eventually(() => expect(all('log')).toHaveLength(1));
    await rendered();
  };
  const asked = () => panel.sent.filter(({ type }) => type === 'messages');
  const lines = () => [...document.querySelectorAll('.said')].map(({ textContent }) => textContent);

  it('is asked for only when it is looked at, and then says that it is', async () => {
    expect(asked()).toEqual([]);
    await open();
    expect(asked()).toEqual([{ type: 'messages', ...IN_M1, after: 0 }]);
    expect(panel.sent).toContainEqual({ type: 'look', page: 1, meeting: 'm1', shown: 0 });
    await press('tab', 'Dial out');
    expect(panel.sent.at(-1)).toEqual({ type: 'look', page: 1, meeting: '', shown: 0 });
  });

  describe('acknowledges', () => {
    const looks = () => panel.sent.filter(({ type }) => type === 'look');
    const acknowledged = (meeting: string, shown: number) =>
      until(() => expect(looks().at(-1)).toEqual({ type: 'look', page: 1, meeting, shown }));

    it('the entries that it has painted, refused ones of its own among them', async () => {
      await open();
      await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [said('one')] });
      await acknowledged('m1', 1);
      const refused: ChatEntry = { name: 'message-error', at: START, message: 'no' };
      await panel.receiveMessages({ meeting: 'm1', from: 1, entries: [said('two'), refused] });
      await acknowledged('m1', 3);
    });

    it('nothing of another meeting than the one on screen', async () => {
      await open();
      await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [said('one')] });
      await acknowledged('m1', 1);
      await panel.receive({ ...CHATTY, id: 'm2', messageCount: 2 });
      expect(looks().slice(-1)).toEqual([{ type: 'look', page: 1, meeting: 'm2', shown: 0 }]);
      await panel.receiveMessages({ meeting: 'm2', from: 0, entries: [said('a'), said('b')] });
      await acknowledged('m2', 2);
      expect(looks()).not.toContainEqual({ type: 'look', page: 1, meeting: 'm2', shown: 1 });
    });

    it('what is on screen once more to a peer that it has found again', async () => {
      await open();
      await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [said('one')] });
      await acknowledged('m1', 1);
      const before = looks().length;
      await panel.lose();
      await panel.receive({ ...CHATTY, messageCount: 1 });
      expect(looks().slice(before)).toEqual([{ type: 'look', page: 1, meeting: 'm1', shown: 1 }]);
    });
  });

  it('asks for what is missing, and takes nothing twice', async () => {
    await open();
    await panel.receive({ ...CHATTY, messageCount: 2 });
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [said('one')] });
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [said('one'), said('two')] });
    expect(lines()).toEqual([expect.stringContaining('one'), expect.stringContaining('two')]);
    await panel.receive({ ...CHATTY, messageCount: 3 });
    expect(asked().at(-1)).toMatchObject({ after: 2 });
  });

  it('shows text as text, and opens links without a way back', async () => {
    await open();
    await panel.receiveMessages({
      meeting: 'm1',
      from: 0,
      entries: [said('<img src=x> https://example.com/x')],
    });
    expect(document.querySelector('.said img')).toBeNull();
    const link = the<HTMLAnchorElement>('link', 'https://example.com/x');
    expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer']);
  });

  it('sends, waits for its own message, and keeps what was refused', async () => {
    await open();
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [said('one')] });
    await type('Message', ' hello ');
    expect(panel.sent.at(-1)).toEqual({ type: 'draft', ...IN_M1, text: ' hello ' });
    await press('button', 'Send');
    const sent = panel.sent.find((request) => request.type === 'send-message');
    if (!sent) throw new Error('Nothing was sent.');
    expect(sent.text).toBe('hello');
    expect(value('textbox', 'Message')).toBe('');
    expect(lines().at(-1)).toContain('Sending');
    const { requestId } = sent;
    const refused: ChatEntry = { name: 'message-error', at: START, message: 'Invalid role', requestId };
    await panel.receiveMessages({ meeting: 'm1', from: 1, entries: [refused] });
    expect(lines().at(-1)).toContain('Not sent: Invalid role');
    await press('button', 'Send again');
    const again = panel.sent.findLast((request) => request.type === 'send-message');
    const back = said('hello', { own: true, requestId: again?.requestId });
    await panel.receiveMessages({ meeting: 'm1', from: 2, entries: [back] });
    expect(lines()).toHaveLength(2);
    expect(lines().at(-1)).toContain('You');
  });

  it('sends nothing that is blank', async () => {
    await open();
    await type('Message', '  \n ');
    await press('button', 'Send');
    expect(panel.sent.some((request) => request.type === 'send-message')).toBe(false);
  });

  it('begins anew with another page, and with what was typed there', async () => {
    await open();
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [said('one')] });
    await panel.lose();
    await panel.receive({ ...CHATTY, id: 'm2', draft: 'half a', messageCount: 1 });
    expect(lines()).toEqual([]);
    expect(value('textbox', 'Message')).toBe('half a');
  });

  it.each([
    ['of another vendor', { announced: true }, /doesn’t support the meeting chat\.(?! A newer)/],
    ['of this product', { announced: true, version: '0.1.0' }, /doesn’t support.*A newer version does/],
    ['whose ready nobody has seen', {}, /is unknown\. Reload the meeting/],
  ])('says why nothing can be written with a plugin %s', async (_, over, says) => {
    await open();
    await panel.receive(aMeeting({ plugin: { name: 'ready', inMeeting: true, features: [], ...over } }));
    expect(byId('view-chat').textContent).toMatch(says);
    // Nothing will ever stand there.
    expect(byId('view-chat').textContent).not.toContain('No messages yet');
    expect(all('textbox', 'Message')).toHaveLength(0);
  });

  it('comes to the front when the meeting turns it on, and not when it was on before', async () => {
    await panel.receive({ ...CHATTY, chat: true });
    expect(byId('tab-chat').getAttribute('aria-selected')).toBe('true');
    await press('tab', 'Dial out');
    await panel.receive({ ...CHATTY, chat: true, messageCount: 5 });
    expect(byId('tab-dial-out').getAttribute('aria-selected')).toBe('true');
  });

  it('does not come from under somebody who is typing', async () => {
    await panel.receive(CHATTY);
    await type('Destination', 'alice');
    the('textbox', 'Destination').focus();
    await panel.receive({ ...CHATTY, chat: true });
    expect(byId('tab-dial-out').getAttribute('aria-selected')).toBe('true');
  });
});

describe('what is new', () => {
  let panel: ReturnType<typeof openPanel>;
  const log = () => the('log', 'Meeting chat');
  const texts = () => [...log().querySelectorAll('.what, .new-line')].map(({ textContent }) => textContent);
  /** A list that is as high as it has entries, of which two are on screen. */
  const giveHeight = () => {
    Object.defineProperty(log(), 'scrollHeight', {
      configurable: true,
      get: () => log().querySelectorAll('.said').length * 100,
    });
    Object.defineProperty(log(), 'clientHeight', { configurable: true, value: 200 });
  };
  const scroll = async (top: number) => {
    log().scrollTop = top;
    log().dispatchEvent(new Event('scroll'));
    await rendered();
  };
  const say = async (from: number, ...more: string[]) => {
    await panel.receive({ ...CHATTY, messageCount: from + more.length });
    await panel.receiveMessages({ meeting: 'm1', from: from, entries: more.map((text) => said(text)) });
  };

  beforeEach(async () => {
    panel = openPanel();
    await panel.receive({ ...CHATTY, messageCount: 3, unread: 2 });
    byId('tab-chat').click();
    await rendered();
    await eventually(() => expect(all('log')).toHaveLength(1));
    await panel.receiveMessages({
      meeting: 'm1',
      from: 0,
      entries: [said('one'), said('two'), said('three')],
    });
  });

  it('begins below a line, until the chat has been left', async () => {
    await eventually(() => expect(texts()).toEqual(['one', 'New', 'two', 'three']));
    await say(3, 'four');
    expect(texts()).toEqual(['one', 'New', 'two', 'three', 'four']);
    await press('tab', 'Dial out');
    byId('tab-chat').click();
    await rendered();
    await eventually(() => expect(texts()).toEqual(['one', 'two', 'three', 'four']));
  });

  it('is counted below while somebody reads further up, and is not read before it is on screen', async () => {
    const shown = () => panel.sent.filter(({ type }) => type === 'look').at(-1);
    await eventually(() => expect(shown()).toMatchObject({ shown: 3 }));
    giveHeight();
    await scroll(0);
    await say(3, 'four', 'five');
    await eventually(() => the('button', '2 new ↓'));
    expect(shown()).toMatchObject({ shown: 3 });
    await press('button', '2 new ↓');
    await eventually(() => expect(all('button', '2 new ↓')).toEqual([]));
    await eventually(() => expect(shown()).toMatchObject({ shown: 5 }));
  });

  it('of another meeting has a line of its own, wherever somebody has read before', async () => {
    giveHeight();
    await scroll(0);
    await say(3, 'four');
    await eventually(() => the('button', '1 new ↓'));
    const other = { ...CHATTY, id: 'm2', alias: 'other', messageCount: 3, unread: 1 };
    await panel.receive({ ...CHATTY, messageCount: 4 }, other);
    await eventually(() => the('combobox', 'Meeting'));
    await choose('Meeting', 'm2');
    await panel.receiveMessages({
      meeting: 'm2',
      from: 0,
      entries: [said('five'), said('six'), said('seven')],
    });
    await eventually(() => expect(texts()).toEqual(['five', 'six', 'New', 'seven']));
    expect(all('button', '1 new ↓')).toEqual([]);
  });

  it('of a guest who is called what the user is called here has that name in quotation marks', async () => {
    await panel.receive({ ...CHATTY, messageCount: 5 });
    const entries = [said('mine', { own: true }), said('theirs', { displayName: '\u202dYou\u200f ' })];
    await panel.receiveMessages({ meeting: 'm1', from: 3, entries });
    const names = () => [...log().querySelectorAll('bdi')].map(({ textContent }) => textContent);
    await eventually(() => expect(names().slice(3)).toEqual(['You', '“You”']));
  });

  it('of one person stands together, as long as it comes soon after', async () => {
    await say(3, 'four');
    await panel.receive({ ...CHATTY, messageCount: 6 });
    await panel.receiveMessages({
      meeting: 'm1',
      from: 4,
      entries: [
        said('five', { displayName: 'Bob' }),
        said('six', { displayName: 'Bob', at: START + 600_000 }),
      ],
    });
    const grouped = [...log().querySelectorAll('.grouped .what')].map(({ textContent }) => textContent);
    expect(grouped).toEqual(['three', 'four']);
  });
});
