// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { all, aMeeting, choose, eventually, openPanel, press, the, type, value } from '../fixture';
import { lines, open, paste, toLists } from './open-lists';

describe('lines pasted into Destination', () => {
  it.each([
    ['lines of Windows', 'a@x\r\nb@x\r\n'],
    ['lines of old Macs', 'a@x\rb@x'],
    ['cells of a spreadsheet', 'Ann\ta@x\nBob\tb@x\n'],
    ['lines of a word processor', 'a@x\vb@x'],
    ['lines of a web page', 'a@x\u2028b@x'],
  ])('go to Lists: %s', async (_, text) => {
    await open();
    expect(await paste(text)).toBe(false);
    await eventually(() =>
      expect(
        lines()
          .split(/[\r\n\v\u2028]+/)
          .filter(Boolean),
      ).toHaveLength(2),
    );
    expect(value('textbox', 'Destinations')).toContain('b@x');
  });

  it.each(['a@x', 'a@x\n', '\n\n  a@x  \r\n', ''])('stay there where it is one line: %j', async (text) => {
    await open();
    expect(await paste(text)).toBe(true);
  });

  it('are lines, with what was typed, where they were pasted before the panel had loaded all', async () => {
    const text = 'sip:a@x\r\nsip:b@x\n';
    for (const runTogether of ['sip:a@xsip:b@x', 'sip:a@x sip:b@x']) {
      const panel = openPanel();
      const isPasted = paste(text);
      // As browsers do.
      const isTyped = type('Destination', `half-${runTogether}`);
      expect(await isPasted).toBe(true);
      await isTyped;
      await panel.receive(aMeeting());
      await eventually(() => expect(lines()).toBe(text));
      expect(document.body.textContent).toContain('2 lines pasted from Destination.');
      await press('tab', 'One');
      expect(value('textbox', 'Destination')).toBe('half-');
    }
  });

  it('are lines of all pastes before the panel had loaded all, and not of what is gone again', async () => {
    const texts = ['z@x\ny@x', 'a@x\nb@x', 'c@x\nd@x'];
    const panel = openPanel();
    const arePasted = Promise.all(texts.map(paste));
    const isTyped = type('Destination', 'a@x b@xc@x d@x');
    await arePasted;
    await isTyped;
    await panel.receive(aMeeting());
    await eventually(() => expect(lines()).toBe('a@x\nb@x\nc@x\nd@x'));
    await press('tab', 'One');
    expect(value('textbox', 'Destination')).toBe('');
  });

  it('leave alone what was typed before them, even if it is the same', async () => {
    const panel = openPanel();
    const isPasted = paste('a@x\nb+c@x');
    const isTyped = type('Destination', 'a@xa@x b+c@x');
    await isPasted;
    await isTyped;
    await panel.receive(aMeeting());
    await eventually(() => expect(lines()).toBe('a@x\nb+c@x'));
    await press('tab', 'One');
    expect(value('textbox', 'Destination')).toBe('a@x');
  });

  it('replace what stood in Lists, which Undo brings back', async () => {
    await open();
    await toLists();
    await type('Destinations', 'old@x\nolder@x');
    await press('tab', 'One');
    await paste('a@x\nb@x\n\nc@x');
    await eventually(() => expect(document.body.textContent).toContain('3 lines pasted from Destination.'));
    expect(lines()).toBe('a@x\nb@x\n\nc@x');
    await press('button', 'Undo');
    await eventually(() => expect(lines()).toBe('old@x\nolder@x'));
    expect(all('button', 'Undo')).toEqual([]);
  });

  it('can be taken back from an empty list as well, until they are edited', async () => {
    await open();
    await paste('a@x\nb@x');
    await eventually(() => the('button', 'Undo'));
    await press('button', 'Undo');
    await eventually(() => expect(lines()).toBe(''));
    await press('tab', 'One');
    await paste('a@x\nb@x');
    await eventually(() => the('button', 'Undo'));
    await type('Destinations', 'a@x\nb@x\nc@x');
    await eventually(() => expect(all('button', 'Undo')).toEqual([]));
  });

  it('are the next list where the results of one are shown', async () => {
    const panel = await pasteOverResults();
    expect(panel.sent).toEqual([]);
    await eventually(() => expect(document.activeElement?.id).toBe('list-lines'));
  });

  /** Results of one line that cannot be dialed, and two lines that are pasted while they are shown. */
  async function pasteOverResults() {
    const panel = await open();
    await toLists();
    await type('Destinations', 'alice@');
    await eventually(() => expect(document.body.textContent).toContain('1 can’t be dialed'));
    await press('button', 'Dial all');
    await eventually(() => the('button', 'New list'));
    await press('tab', 'One');
    await paste('a@x\nb@x');
    await eventually(() => expect(lines()).toBe('a@x\nb@x'));
    return panel;
  }

  it('give back the results in whose place they came, too', async () => {
    await pasteOverResults();
    expect(all('table', 'Results')).toEqual([]);
    await press('button', 'Undo');
    await eventually(() => the('table', 'Results'));
    expect(the('table', 'Results').textContent).toContain('alice@');
    await press('button', 'New list');
    await eventually(() => expect(lines()).toBe('alice@'));
  });

  it('are the list for good once they are edited', async () => {
    await pasteOverResults();
    await type('Destinations', 'a@x\nb@x\nc@x');
    await eventually(() => expect(all('button', 'Undo')).toEqual([]));
    await press('tab', 'One');
    await paste('d@x\ne@x');
    await eventually(() => expect(lines()).toBe('d@x\ne@x'));
    await press('button', 'Undo');
    await eventually(() => expect(lines()).toBe('a@x\nb@x\nc@x'));
    expect(all('table', 'Results')).toEqual([]);
  });

  it('wait beside a list that is being dialed', async () => {
    const panel = await open();
    await toLists();
    await type('Destinations', 'alice@example.com');
    await eventually(() => expect(document.body.textContent).toContain('1 will be dialed'));
    await press('button', 'Dial all');
    await eventually(() => expect(panel.sent).toHaveLength(1));
    await press('tab', 'One');
    await paste('a@x\nb@x');
    await eventually(() => expect(document.body.textContent).toContain('2 lines pasted from Destination.'));
    expect(all('table', 'Results')).toHaveLength(1);
  });
});

describe('several addresses in one line of Destination', () => {
  it('are opened in Many by a button of the hint', async () => {
    await open();
    await type('Destination', 'Ann <a@x>; b@x, c@x');
    await eventually(() => the('button', 'Open in Many'));
    await press('button', 'Open in Many');
    await eventually(() => expect(lines()).toBe('Ann <a@x>\nb@x\nc@x'));
    await eventually(() => expect(document.body.textContent).toContain('3 will be dialed'));
    await press('button', 'Undo');
    expect(lines()).toBe('');
    await press('tab', 'One');
    expect(value('textbox', 'Destination')).toBe('Ann <a@x>; b@x, c@x');
  });

  it('offer that also once Enter was pressed on them, and lead to the lines from there', async () => {
    const panel = await open();
    await type('Destination', 'a@x; b@x');
    await press('button', 'Dial');
    await eventually(() => expect(document.body.textContent).toContain('Enter one address here.'));
    expect(panel.sent).toEqual([]);
    await press('button', 'Open in Many');
    await eventually(() => expect(lines()).toBe('a@x\nb@x'));
  });

  it('are not dialed as one with a protocol that was chosen either, unless the user says so', async () => {
    const panel = await open();
    await choose('Protocol', 'sip');
    await type('Destination', 'a@x; b@x');
    await eventually(() =>
      expect(document.body.textContent).toContain('Several addresses\u00a0· can’t be dialed'),
    );
    await press('button', 'Dial');
    await eventually(() => expect(document.body.textContent).toContain('Enter one address here.'));
    expect(panel.sent).toEqual([]);
    await type('Destination', 'a@x; c@x');
    await press('button', 'Dial as typed');
    await press('button', 'Dial');
    await eventually(() => expect(JSON.stringify(panel.sent)).toContain('a@x; c@x'));
  });

  it('are dialed in Many with the protocol and the role that were chosen for them', async () => {
    await open();
    await choose('Protocol', 'h323');
    await choose('Role', 'HOST');
    await type('Destination', 'a@x; b@x');
    await eventually(() => the('button', 'Open in Many'));
    await press('button', 'Open in Many');
    await eventually(() => expect(lines()).toBe('a@x\nb@x'));
    const chosen = () =>
      document.querySelectorAll<HTMLSelectElement>(':is(#list-protocol, #list-role)').values();
    await eventually(() => expect([...chosen()].map(({ value }) => value)).toEqual(['h323', 'HOST']));
    // The same lines once more.
    await press('tab', 'One');
    // Many has a Protocol, too.
    const field = document.querySelector<HTMLSelectElement>('#dial-protocol');
    if (field) field.value = 'sip';
    field?.dispatchEvent(new Event('change', { bubbles: true }));
    await press('button', 'Open in Many');
    await eventually(() => expect([...chosen()].map(({ value }) => value)).toEqual(['sip', 'HOST']));
  });

  it('take nothing away when they are opened once more', async () => {
    await open();
    await toLists();
    await type('Destinations', 'mine@x');
    await press('tab', 'One');
    await type('Destination', 'a@x; b@x');
    await eventually(() => the('button', 'Open in Many'));
    await press('button', 'Open in Many');
    await press('tab', 'One');
    await press('button', 'Open in Many');
    await press('tab', 'One');
    await paste('c@x\nd@x');
    await eventually(() => expect(lines()).toBe('c@x\nd@x'));
    await press('button', 'Undo');
    expect(lines()).toBe('mine@x');
  });

  it('offer that no more once one of them is left', async () => {
    await open();
    await type('Destination', 'a@x; b@x');
    await eventually(() => the('button', 'Open in Many'));
    await type('Destination', 'a@x');
    await eventually(() => expect(all('button', 'Open in Many')).toEqual([]));
  });
});
