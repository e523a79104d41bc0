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
import { CHATTY, said } from './chatty';

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
    const look = { type: 'look', page: 1, meeting: 'm1', shown: 0 };
    await eventually(() => expect(panel.sent).toContainEqual(look));
    await press('tab', 'Dial out');
    await eventually(() => expect(panel.sent.at(-1)).toEqual({ ...look, meeting: '' }));
  });

  it('is one Tab stop, in which arrow keys lead to each link and action', async () => {
    await open();
    const entries = [said('see www.example.com'), said('two')];
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries });
    await eventually(() => expect(lines()).toHaveLength(2));
    const log = the('log');
    const stops = [...log.querySelectorAll<HTMLElement>('a, button')];
    expect(stops.map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1]);
    log.focus();
    const press = (key: string) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      return [stops.findIndex((each) => each.matches(':focus')), event.defaultPrevented];
    };
    expect(press('ArrowDown')).toEqual([-1, false]);
    expect(press('ArrowUp')).toEqual([2, true]);
    expect(press('ArrowUp')).toEqual([1, true]);
    expect(press('ArrowDown')).toEqual([2, true]);
    // At either end, the log scrolls.
    expect(press('ArrowDown')).toEqual([2, false]);
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

  it('says that a meeting has to be selected where there are several', async () => {
    await panel.receive(CHATTY, { ...CHATTY, id: 'm2', alias: 'other' });
    byId('tab-chat').click();
    await eventually(() =>
      expect(document.querySelector('.obstacle')?.textContent).toBe(
        'Select a meeting at the top to see its chat.',
      ),
    );
    await eventually(() => the('combobox', 'Meeting'));
    await choose('Meeting', 'm2');
    await eventually(() => the('textbox', 'Message'));
  });

  it('does not come from under somebody who is typing', async () => {
    await panel.receive(CHATTY);
    await type('Destination', 'alice');
    the('textbox', 'Destination').focus();
    await panel.receive({ ...CHATTY, chat: true });
    expect(byId('tab-dial-out').getAttribute('aria-selected')).toBe('true');
  });

  it('comes where Destination only waits for the next one, with the last one selected', async () => {
    await panel.receive(CHATTY);
    await type('Destination', 'alice');
    the('textbox', 'Destination').focus();
    the<HTMLInputElement>('textbox', 'Destination').select();
    await panel.receive({ ...CHATTY, chat: true });
    await eventually(() => expect(byId('tab-chat').getAttribute('aria-selected')).toBe('true'));
  });
});
