import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyName, browsers, type Surface, type Tab } from './harness/browser';
import { openBeside, openPanel, seeStatus } from './support/panel';
import { type Stage, setStage } from './support/stage';

describe.each(browsers)('what is dialled, in $name', (candidate) => {
  let stage: Stage;
  let tab: Tab;
  let panel: Surface;

  beforeAll(async () => {
    stage = await setStage(candidate);
    ({ tab, panel } = await openBeside(stage));
  });
  afterAll(() => stage?.close());

  const dials = () => stage.meeting.node.conference('qa.meeting').dials;
  const hint = (text: string) =>
    panel.see('textbox', 'Destination', ({ description }) => description.includes(text));
  const joined = (destination: string) =>
    panel.see('listitem', anyName, ({ text }) => text.includes(destination) && /Joined|Left/.test(text));

  test('an address that names its protocol is told before it is dialled', async () => {
    await panel.fill('textbox', 'Destination', 'h323:alice@example.com');
    await hint('H.323 · will dial alice@example.com');
    await panel.see('combobox', 'Protocol', ({ value }) => value === 'h323');
    await panel.click('button', 'Dial');
    await joined('alice@example.com');
    expect(dials().at(-1)).toEqual({ role: 'GUEST', destination: 'alice@example.com', protocol: 'h323' });
  });

  test('a link of a meeting is dialled as an address, and one that cannot be is refused', async () => {
    await panel.fill('textbox', 'Destination', 'https://meet.example.com/webapp3/m/team.sync');
    await hint('Pexip meeting · will dial team.sync@meet.example.com');
    const before = dials().length;
    await panel.fill('textbox', 'Destination', 'https://meet.google.com/abc-defg-hij');
    await hint('cannot be dialled');
    await panel.click('button', 'Dial');
    await panel.see('textbox', 'Destination', ({ invalid }) => invalid);
    expect(dials()).toHaveLength(before);
  });

  test('a national number is read with the default country of the options', async () => {
    await panel.fill('textbox', 'Destination', '22 33 44 55');
    await hint('No default country is set');
    const options = await stage.browser.open(
      await panel.evaluate(() => new URL('/options.html', location.href).href),
    );
    await options.select('combobox', 'Default country', 'NO');
    await options.see('status', anyName, ({ text }) => text === 'Saved.');
    await options.close();
    await tab.bringToFront();
    await hint('Phone number · will dial +4722334455');
    await seeStatus(panel, 'In the meeting');
    await panel.click('button', 'Dial');
    await joined('+4722334455');
    expect(dials().at(-1)).toEqual({ role: 'GUEST', destination: '+4722334455', protocol: 'auto' });
  });

  test('a preset is saved from the form and dialled with its key', async () => {
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
    await panel.click('tab', 'History');
    const entry = (text: RegExp) => panel.see('listitem', anyName, (item) => text.test(item.text));
    await entry(/leave@example\.com.*Joined/);
    await entry(/alice@example\.com.*Joined/);
    await panel.fill('textbox', 'Search the history', 'alice');
    await panel.click('button', 'Dial again');
    await panel.click('tab', 'Dial out');
    await joined('alice@example.com');
    expect(dials().at(-1)).toMatchObject({ destination: 'alice@example.com', protocol: 'h323' });
  });

  test('a list of lines is dialled, with the result of each', async () => {
    await panel.click('tab', 'Lists');
    await panel.see('textbox', 'Destinations');
    await panel.evaluate(() => {
      const lines = document.querySelector<HTMLTextAreaElement>('#list-lines');
      if (!lines) return;
      lines.value = 'carol@example.com\nbusy@example.com\nsip:dave@example.com\nhttps://zoom.us/my/erin';
      lines.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const before = dials().length;
    await panel.click('checkbox', 'Leaver');
    await panel.select('combobox', 'At a time', '2');
    await panel.click('button', 'Dial all');
    const row = (text: RegExp) => panel.see('row', anyName, (item) => text.test(item.text));
    await row(/Leaver.*Joined/);
    await row(/carol@example\.com.*Joined/);
    await row(/busy@example\.com.*Failed.*busy/);
    await row(/dave@example\.com.*Joined/);
    await row(/zoom\.us\/my\/erin.*Not dialled.*Line 4/);
    await panel.see('status', anyName, ({ text }) => text === '3 of 5 joined.');
    // The one that was refused was asked for as well.
    expect(dials().length).toBeGreaterThanOrEqual(before + 3);
    await panel.see('button', 'Save as JUnit XML');

    const meeting = await tab.frame('#webapp3');
    await meeting.see('listitem', anyName, ({ text }) => text.includes('carol@example.com'));
    await panel.click('button', 'Hang up all');
    await meeting.waitFor(
      'the list’s participants to leave',
      () => !/carol|dave/.test(document.querySelector('[aria-label=Participants]')?.textContent ?? ''),
    );
    await panel.gone('button', 'Hang up all');
  });

  test('presets move to this machine when synced storage is really full', async () => {
    await panel.click('tab', 'Dial out');
    await panel.evaluate(async () => {
      type Area = { set(items: Record<string, string>): Promise<void> };
      const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const sync = api.storage.sync as Area;
      let key = 0;
      // Ever smaller pieces, until not even a few bytes find room.
      for (const size of [8000, 800, 80, 8]) {
        for (;;) {
          const stored = await sync.set({ [`f${key}`]: 'x'.repeat(size) }).then(
            () => true,
            () => false,
          );
          if (!stored) break;
          key += 1;
        }
      }
    });
    await panel.fill('textbox', 'Destination', 'frank@example.com');
    await panel.click('button', 'Save');
    await panel.click('button', 'Save preset');
    await panel.see('button', 'frank@example.com');
    await panel.waitFor('the word about it', () =>
      document.body.textContent?.includes('Synced storage is full'),
    );
    await tab.closePanel();
    panel = await openPanel(tab);
    await panel.see('button', 'Leaver');
    await panel.see('button', 'frank@example.com');
  });
});
