import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../until';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { savedFile } from './support/files';
import { createFixture, type Fixture } from './support/fixture';
import { chooseInOptions, openOptions } from './support/options';
import { openBeside, openPanel, seeStatus } from './support/panel';
import { openView } from './support/views';

/** Of the list below, in its order. */
const OUTCOMES = ['left', 'joined', 'failed', 'joined', 'not-dialed'];

describe.each(browsers)('what is dialed, in $name', (candidate) => {
  let fixture: Fixture;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    fixture = await createFixture(candidate);
    ({ tab, panel } = await openBeside(fixture));
  });
  afterAll(() => fixture?.close());

  const dials = () => fixture.meeting.node.conference('qa.meeting').dials;
  const hint = (text: string) =>
    panel.see('textbox', 'Destination', ({ description }) => description.includes(text));
  /** Sets these in the options, and leaves them again. */
  const setOptions = async (choices: Record<string, string>) => {
    const options = await openOptions(fixture, panel);
    await chooseInOptions(options, choices);
    await options.close();
    await tab.bringToFront();
  };
  const joined = (destination: string) =>
    panel.see('listitem', anyName, ({ text }) => text.includes(destination) && /Joined|Left/.test(text));

  test('the example below an empty list of calls fills the form, and dials nothing', async () => {
    await panel.click('button', 'alice@example.com');
    await panel.see(
      'textbox',
      'Destination',
      ({ value, focused }) => value === 'alice@example.com' && focused,
    );
    expect(dials()).toEqual([]);
  });

  test('shows the detected protocol before dialing', async () => {
    await panel.fill('textbox', 'Destination', 'h323:alice@example.com');
    await hint('H.323 · will dial alice@example.com');
    await panel.see('combobox', 'Protocol', ({ value }) => value === 'h323');
    await panel.click('button', 'Dial');
    await joined('alice@example.com');
    expect(dials().at(-1)).toEqual({ role: 'GUEST', destination: 'alice@example.com', protocol: 'h323' });
  });

  test('what is typed at once after Enter is the next destination', async () => {
    const before = dials().length;
    const typed = ['una@example.com', 'vic@example.com', 'wes@example.com'];
    await panel.fill('textbox', 'Destination', '');
    for (const destination of typed) {
      for (const key of destination) await panel.press(key);
      await panel.press('Enter');
    }
    await until(() =>
      expect(
        dials()
          .slice(before)
          .map(({ destination }) => destination),
      ).toEqual(typed),
    );
  });

  test('a link of a meeting is dialed as an address, and one that cannot be is refused', async () => {
    await panel.fill('textbox', 'Destination', 'https://meet.example.com/webapp3/m/team.sync');
    await hint('Pexip meeting · will dial team.sync@meet.example.com');
    const before = dials().length;
    await panel.fill('textbox', 'Destination', 'https://meet.google.com/abc-defg-hij');
    await hint('can’t be dialed');
    await panel.click('button', 'Dial');
    await panel.see('textbox', 'Destination', ({ invalid }) => invalid);
    expect(dials()).toHaveLength(before);
  });

  test('the country of the browser is offered, and changes no number before it is confirmed', async () => {
    await panel.fill('textbox', 'Destination', '(202) 555-0123');
    await hint('No default country is set');
    await panel.click('button', 'Show all');
    await panel.see('button', 'Set default country: United States');
    await seeStatus(panel, 'In the meeting');
    await panel.click('button', 'Dial');
    await joined('2025550123');
    expect(dials().at(-1)).toMatchObject({ destination: '2025550123' });
    await panel.click('button', 'Set default country: United States');
    await hint('Phone number · will dial +12025550123');
    await panel.gone('button', 'Set default country: United States');
    await setOptions({ 'Default country': '' });
    await hint('No default country is set');
  });

  test('a national number is read with the default country of the options', async () => {
    await panel.fill('textbox', 'Destination', '22 33 44 55');
    await hint('No default country is set');
    await setOptions({ 'Default country': 'NO' });
    await hint('Phone number · will dial +4722334455');
    await seeStatus(panel, 'In the meeting');
    await panel.click('button', 'Dial');
    await joined('+4722334455');
    expect(dials().at(-1)).toEqual({ role: 'GUEST', destination: '+4722334455', protocol: 'auto' });
  });

  test('the form begins with the protocol and the role of the options, and follows them', async () => {
    const form = async (protocol: string, role: string) => {
      await panel.see('combobox', 'Protocol', ({ value }) => value === protocol);
      await panel.see('combobox', 'Role', ({ value }) => value === role);
    };
    await panel.fill('textbox', 'Destination', 'bob@example.com');
    await form('auto', 'GUEST');
    await setOptions({ 'Default protocol': 'h323', 'Default role': 'HOST' });
    await form('h323', 'HOST');
    await hint('H.323 · will dial bob@example.com');
    await panel.click('button', 'Dial');
    await joined('bob@example.com');
    expect(dials().at(-1)).toEqual({ role: 'HOST', destination: 'bob@example.com', protocol: 'h323' });

    await panel.fill('textbox', 'Destination', 'sip:carol@example.com');
    await form('sip', 'HOST');
    await panel.click('button', 'Dial');
    await joined('carol@example.com');
    expect(dials().at(-1)).toEqual({ role: 'HOST', destination: 'carol@example.com', protocol: 'sip' });

    await panel.select('combobox', 'Role', 'HOST');
    await setOptions({ 'Default protocol': 'auto', 'Default role': 'GUEST' });
    await panel.fill('textbox', 'Destination', 'bob@example.com');
    await form('auto', 'HOST');
    await panel.select('combobox', 'Role', 'GUEST');
  });

  test('a preset is saved from the form and dialed with its key', async () => {
    await panel.fill('textbox', 'Destination', 'sip:leave@example.com');
    await hint('SIP');
    await panel.click('button', 'Save');
    await panel.fill('textbox', 'Preset name', 'Leaver');
    await panel.click('button', 'Save preset');
    await panel.see('button', 'Leaver');
    const before = dials().length;
    await panel.press('1');
    await joined('leave@example.com');
    expect(dials()).toHaveLength(before + 1);
    expect(dials().at(-1)).toEqual({ role: 'GUEST', destination: 'leave@example.com', protocol: 'sip' });
  });

  test('presets and history are there again after the panel was closed', async () => {
    await tab.closePanel();
    panel = await openPanel(tab);
    await panel.see('button', 'Leaver');
    await openView(panel, 'Earlier');
    const entry = (text: RegExp) => panel.see('listitem', anyName, (item) => text.test(item.text));
    await entry(/leave@example\.com.*Joined/);
    await entry(/alice@example\.com.*Joined/);
    await panel.fill('textbox', 'Search the history', 'alice');
    const before = dials().length;
    await panel.click('button', 'Dial again');
    // She is there since the first test.
    await panel.see('dialog', 'Dial again?', ({ text }) => text.includes('is already in the meeting.'));
    expect(dials()).toHaveLength(before);
    await panel.click('button', 'Dial anyway');
    await openView(panel, 'Dial out');
    await joined('alice@example.com');
    await expect.poll(() => dials().length).toBe(before + 1);
    expect(dials().at(-1)).toMatchObject({ destination: 'alice@example.com', protocol: 'h323' });
  });

  test('the history is searched, cleared, and brought back', async () => {
    await openView(panel, 'Earlier');
    const entries = () =>
      panel.evaluate(() => [...document.querySelectorAll('.history li')].map((item) => item.textContent));
    await panel.fill('textbox', 'Search the history', 'leave joined');
    await panel.gone('listitem', /alice/);
    await panel.waitFor('one entry', () => document.querySelectorAll('.history li').length === 1);
    expect((await entries()).join()).toMatch(/leave@example\.com/);
    await panel.click('button', 'Copy');
    await panel.waitFor('the word', () => document.querySelector('[aria-live]')?.textContent === 'Copied.');
    await panel.fill('textbox', 'Search the history', 'nobody');
    await panel.waitFor('no entry', () => document.querySelectorAll('.history li').length === 0);
    await panel.fill('textbox', 'Search the history', '');
    await panel.waitFor('all of them', () => document.querySelectorAll('.history li').length > 3);
    const before = await entries();
    await panel.click('button', 'Clear history');
    await panel.see('status', anyName, ({ text }) => text === `${before.length} calls cleared.`);
    expect(await entries()).toEqual([]);
    await panel.click('button', 'Undo');
    await panel.waitFor(
      'all of them again',
      (count) => document.querySelectorAll('.history li').length === count,
      before.length,
    );
    expect(await entries()).toEqual(before);
  });

  test('a list of lines is dialed, with the result of each', async () => {
    await openView(panel, 'Many');
    await panel.see('textbox', 'Destinations');
    await panel.evaluate(() => {
      const lines = document.querySelector<HTMLTextAreaElement>('#list-lines');
      if (!lines) return;
      lines.value = 'carol@example.com\nbusy@example.com\nsip:dave@example.com\nhttps://zoom.us/my/erin';
      lines.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const before = dials().length;
    await panel.click('checkbox', 'Leaver');
    await panel.select('combobox', 'Simultaneous calls', '2');
    await panel.click('button', 'Dial all');
    // She was dialed above.
    await panel.see('dialog', 'Dial again?', ({ text }) =>
      text.includes('carol@example.com is already in the meeting.'),
    );
    await panel.click('button', 'Dial anyway');
    const row = (text: RegExp) => panel.see('row', anyName, (item) => text.test(item.text));
    await row(/Leaver.*Joined, then left/);
    await row(/carol@example\.com.*Joined/);
    await row(/busy@example\.com.*Failed/);
    await row(/no reason was given/);
    await row(/dave@example\.com.*Joined/);
    await row(/zoom\.us\/my\/erin.*Not dialed/);
    await row(/^Line 4/);
    await panel.see('status', anyName, ({ text }) => text === '3 of 5 joined.');
    // The one that was refused was asked for as well.
    expect(dials().length).toBeGreaterThanOrEqual(before + 3);
    await panel.click('button', 'Save as CSV');
    const csv = (await savedFile(fixture.browser, 'dial-out.csv')).trimEnd().split('\r\n');
    // The byte order mark, by which a spreadsheet knows UTF-8.
    expect(csv[0]).toBe('\ufeffname,destination,protocol,outcome,seconds,detail');
    expect(csv.slice(1).map((line) => line.split(',')[3])).toEqual(OUTCOMES);
    await panel.click('button', 'More formats');
    await panel.click('button', 'Save as JUnit XML');
    const xml = await savedFile(fixture.browser, 'dial-out.xml');
    expect(xml).toContain('tests="5" failures="1" errors="0" skipped="1"');

    const meeting = await tab.frame('#webapp3');
    await meeting.see('listitem', anyName, ({ text }) => text.includes('carol@example.com'));
    await panel.click('button', 'Hang up all');
    await meeting.waitFor(
      'the list’s participants to leave',
      () => !/carol|dave/.test(document.querySelector('[aria-label=Participants]')?.textContent ?? ''),
    );
    await panel.see('button', 'Hang up all', ({ disabled }) => disabled);
  });
});
