// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { all, choose, eventually, press, rendered, the, type, value } from '../fixture';
import { acts, open, openMenu, openPeoplePanel, show, somebody } from '../people/people-panel';
import { aWindow, HERE } from './a-window';

const AT = { origin: HERE.origin, alias: HERE.alias };

describe('a form about a person, in the panel that comes back,', () => {
  const ALICE = somebody('Alice');
  const inMeeting = (window: ReturnType<typeof aWindow>, people = [ALICE], at: object = AT) => {
    openPeoplePanel(window.open());
    return show(people, at);
  };

  /** Fills a form in a panel that is closed before it is sent. */
  async function leftOpen(button: string, filled: () => Promise<unknown>) {
    const window = aWindow();
    await inMeeting(window);
    await openMenu('More for Alice');
    await press('button', button);
    await filled();
    await eventually(() => expect(window.kept.get('person-form')).toContain('typed'));
    return window;
  }

  const transfer = () =>
    leftOpen('Transfer Alice', async () => {
      await type('Meeting alias', 'sal');
      await choose('Role in that meeting', 'host');
      await type('PIN', '4711');
    });

  it('has the alias, role and PIN of a transfer, and is gone once that is sent', async () => {
    const window = await transfer();
    await inMeeting(window);
    const dialog = await eventually(() => the('dialog', 'Transfer Alice'));
    expect(value('textbox', 'Meeting alias')).toBe('sal');
    expect(value('combobox', 'Role in that meeting')).toBe('host');
    expect(value('textbox', 'PIN')).toBe('4711');
    await press('button', 'Transfer', dialog);
    expect(acts()).toMatchObject([{ name: 'transfer', alias: 'sal', role: 'host', pin: '4711' }]);
    await eventually(() => expect(window.kept.has('person-form')).toBe(false));
    await inMeeting(window);
    expect(all('dialog')).toEqual([]);
  });

  it('has the tones that were typed and pressed, and is gone once it is canceled', async () => {
    const window = await leftOpen('Send tones to Alice', async () => {
      await type('Tones', '12');
      await press('button', 'Tone #');
    });
    await inMeeting(window);
    await eventually(() => expect(value('textbox', 'Tones')).toBe('12#'));
    await press('button', 'Cancel');
    await eventually(() => expect(window.kept.has('person-form')).toBe(false));
  });

  it('has an overlay text, also an empty one', async () => {
    const window = await leftOpen('Overlay text for Alice', () => type('Text', ''));
    await inMeeting(window, [{ ...ALICE, overlayText: 'Room 7' }]);
    await eventually(() => expect(value('textbox', 'Text')).toBe(''));
  });

  it('waits for its meeting and for its person', async () => {
    const window = await transfer();
    await inMeeting(window, [ALICE], { ...AT, origin: 'https://other.example.com' });
    await rendered();
    expect(all('dialog')).toEqual([]);
    await inMeeting(window, [somebody('Bob')]);
    await rendered();
    expect(all('dialog')).toEqual([]);
    await inMeeting(window, [somebody('Bob'), ALICE]);
    await eventually(() => expect(value('textbox', 'PIN')).toBe('4711'));
  });

  it('is there again behind another tab, and keeps nothing else from being used', async () => {
    await transfer();
    await press('tab', 'Chat');
    expect(all('dialog')).toEqual([]);
    await open();
    expect(value('textbox', 'Meeting alias')).toBe('sal');
  });

  it('is no longer asked for behind another tab if nothing was typed', async () => {
    await inMeeting(aWindow());
    await openMenu('More for Alice');
    await press('button', 'Remove Alice');
    the('dialog');
    await press('tab', 'Chat');
    await open();
    expect(all('dialog')).toEqual([]);
  });

  it.each(['Remove Alice', 'Transfer Alice'])(
    'does not open by itself if nothing was typed: %s',
    async (button) => {
      const window = aWindow();
      await inMeeting(window);
      await openMenu('More for Alice');
      await press('button', button);
      await eventually(() => the('dialog'));
      await inMeeting(window);
      await rendered();
      expect(all('dialog')).toEqual([]);
      expect(window.kept.has('person-form')).toBe(false);
    },
  );
});
