// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { all, byId, eventually, openPanel, press, rendered, type, value } from '../fixture';
import { CHATTY, said } from './chatty';

describe('a message that is not sent yet', () => {
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
  const lines = () => [...document.querySelectorAll('.said')];

  it('is the one of another page, whose chat begins anew', async () => {
    await open();
    await panel.receiveMessages({ meeting: 'm1', from: 0, entries: [said('one')] });
    await panel.lose();
    await panel.receive({ ...CHATTY, id: 'm2', draft: 'half a', messageCount: 1 });
    expect(lines()).toEqual([]);
    expect(value('textbox', 'Message')).toBe('half a');
  });

  it('comes back if the peer is given it later, unless more is typed by then', async () => {
    await open();
    await panel.sayOn(2, CHATTY);
    expect(value('textbox', 'Message')).toBe('');
    await panel.sayOn(2, { ...CHATTY, draft: 'half a' });
    expect(value('textbox', 'Message')).toBe('half a');
    await type('Message', 'half a word');
    await panel.sayOn(2, { ...CHATTY, draft: 'half a w' });
    expect(value('textbox', 'Message')).toBe('half a word');
    await press('button', 'Send');
    await panel.sayOn(2, { ...CHATTY, draft: 'half a word' });
    expect(value('textbox', 'Message')).toBe('');
    await panel.sayOn(2, { ...CHATTY, id: 'm2', draft: 'another' });
    await panel.sayOn(2, { ...CHATTY, draft: 'half a' });
    expect(value('textbox', 'Message')).toBe('half a');
  });

  it('is told to the next load of a page as far as the load before was not told', async () => {
    await open();
    await panel.sayOn(2, { ...CHATTY, alias: 'qa' });
    await type('Message', 'half a word');
    await panel.sayOn(3, { ...CHATTY, id: 'm2', alias: 'qa' });
    expect(value('textbox', 'Message')).toBe('half a word');
    const told = { type: 'draft', page: 3, meeting: 'm2', text: 'half a word' };
    expect(panel.sent.findLast(({ type }) => type === 'draft')).toMatchObject(told);
    // The last letters were not told when the page went.
    await panel.sayOn(4, { ...CHATTY, id: 'm3', alias: 'qa', draft: 'half a wo' });
    expect(value('textbox', 'Message')).toBe('half a word');
    expect(panel.sent.findLast(({ type }) => type === 'draft')).toMatchObject({
      page: 4,
      text: 'half a word',
    });
    await press('button', 'Send');
    await panel.sayOn(5, { ...CHATTY, id: 'm4', alias: 'qa', draft: 'of another panel' });
    expect(value('textbox', 'Message')).toBe('of another panel');
  });

  it('stays over a reload, with what is typed before its meeting is known again', async () => {
    await open();
    // It was typed in another panel.
    await panel.sayOn(2, { ...CHATTY, alias: 'qa', draft: 'half' });
    const unknown = { ...CHATTY, id: 'm2', alias: undefined };
    await panel.sayOn(3, unknown);
    expect(value('textbox', 'Message')).toBe('half');
    await panel.sayOn(3, { ...unknown, messageCount: 1 });
    await type('Message', 'half a');
    await panel.sayOn(3, { ...CHATTY, id: 'm2', alias: 'qa' });
    await panel.sayOn(3, { ...CHATTY, id: 'm2', alias: 'qa', draft: 'half' });
    expect(value('textbox', 'Message')).toBe('half a');
    const told = { type: 'draft', page: 3, meeting: 'm2', text: 'half a' };
    expect(panel.sent.findLast(({ type }) => type === 'draft')).toMatchObject(told);
  });

  it.each([
    ['another meeting', { alias: 'other' }],
    ['a meeting of another server', { alias: 'qa', origin: 'https://other.example.com' }],
    ['the same meeting in another tab', { alias: 'qa', tab: 2 }],
  ])('does not come into %s', async (_, over) => {
    await open();
    await panel.sayOn(2, { ...CHATTY, alias: 'qa', origin: 'https://meet.example.com', tab: 1 });
    await type('Message', 'half a word');
    const sent = panel.sent.length;
    await panel.sayOn(3, { ...CHATTY, id: 'm2', origin: 'https://meet.example.com', tab: 1, ...over });
    expect(value('textbox', 'Message')).toBe('');
    expect(panel.sent.slice(sent).some(({ type }) => type === 'draft')).toBe(false);
  });
});
