// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { all, byId, choose, eventually, openPanel, press, rendered, START, the } from '../fixture';
import { CHATTY, said } from './chatty';

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
    the('button', '2 new ↓').focus();
    await press('button', '2 new ↓');
    await eventually(() => expect(all('button', '2 new ↓')).toEqual([]));
    expect(document.activeElement).toBe(log());
    await eventually(() => expect(shown()).toMatchObject({ shown: 5 }));
  });

  it('begins below a line again each time it comes below what has been read', async () => {
    giveHeight();
    await scroll(0);
    await say(3, 'four', 'five');
    await eventually(() => expect(texts()).toEqual(['one', 'two', 'three', 'New', 'four', 'five']));
    await press('button', '2 new ↓');
    await scroll(0);
    await say(5, 'six', 'seven');
    const read = ['one', 'two', 'three', 'four', 'five'];
    await eventually(() => expect(texts()).toEqual([...read, 'New', 'six', 'seven']));
    await say(7, 'eight');
    await eventually(() => the('button', '3 new ↓'));
    expect(texts()).toEqual([...read, 'New', 'six', 'seven', 'eight']);
  });

  it('is shown from its beginning, and read only as far as it was on screen', async () => {
    /** Entries and the line are 100 px high, of which the log shows 400. */
    const rectOf = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: HTMLElement,
    ) {
      const at = this.closest('.log ol') ? [...(this.parentElement?.children ?? [])].indexOf(this) : -1;
      return DOMRect.fromRect(at < 0 ? { height: 400 } : { y: at * 100 - log().scrollTop, height: 100 });
    });
    onTestFinished(() => rectOf.mockRestore());
    const looks = () => panel.sent.flatMap((sent) => (sent.type === 'look' ? [sent.shown] : []));
    await press('tab', 'Dial out');
    Object.defineProperty(log(), 'clientHeight', { configurable: true, value: 400 });
    Object.defineProperty(log(), 'scrollHeight', { configurable: true, value: 1100 });
    const more = ['four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
    await panel.receive({ ...CHATTY, messageCount: 10, unread: 7 });
    await panel.receiveMessages({ meeting: 'm1', from: 3, entries: more.map((text) => said(text)) });
    byId('tab-chat').click();
    await eventually(() => the('button', '4 new ↓'));
    expect(texts().indexOf('New')).toBe(3);
    expect(log().scrollTop).toBe(300);
    await eventually(() => expect(looks().at(-1)).toBe(6));
    await scroll(500);
    await eventually(() => the('button', '2 new ↓'));
    await eventually(() => expect(looks().at(-1)).toBe(8));
    await scroll(700);
    await eventually(() => expect(looks().at(-1)).toBe(10));
    expect(looks()).not.toContain(11);
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
