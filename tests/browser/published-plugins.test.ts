import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type DemoMeeting, startMeeting } from '../../meeting/start';
import { anyName, type BrowserUnderTest, browsers, type Tab } from './harness/browser';
import { brandingBeside } from './support/branding';

const DOCUMENT = (text: string) =>
  `<!doctype html><meta charset="utf-8"><title>${text}</title><p>${text}</p>`;

/** What plugins in the field do, each written anew, beside ours in the demo meeting. */
describe.each(browsers)('habits of published plugins, in $name', (candidate) => {
  let browser: BrowserUnderTest;
  let meeting: DemoMeeting;
  let tab: Tab;

  beforeAll(async () => {
    browser = await candidate.launch({});
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await tab?.close();
    await meeting?.close();
  });

  const open = async (id: string, options: Parameters<typeof brandingBeside>[1] = {}) => {
    const brandingDir = brandingBeside(id, options);
    meeting = await startMeeting({ brandingDir, ringMs: 100 });
    tab = await browser.open(meeting.directUrl());
    await started(tab, id);
    await expect.poll(() => conference().openStreams).toBe(1);
  };
  const started = async (of: Tab, id: string) => {
    const plugin = await of.frame(`#${id}`);
    await plugin.waitFor('the plugin’s start', () => document.documentElement.dataset.started === 'yes');
  };
  const toast = (text: string) =>
    tab.waitFor(text, (expected) => document.querySelector('#toasts')?.textContent?.includes(expected), text);
  const conference = () => meeting.node.conference('qa.meeting');

  test('a form answers with its fields, and with empty ones when it is closed', async () => {
    await open('form');
    await tab.click('button', 'Transfer');
    await tab.fill('textbox', 'Alias', 'team');
    // Firefox hands the last keys to the page a little later.
    await tab.see('textbox', 'Alias', ({ value }) => value === 'team');
    await tab.evaluate(() => document.querySelector<HTMLElement>('dialog button.primary')?.click());
    await toast('To team as host');
    await tab.click('button', 'Transfer');
    await tab.click('button', 'Close Transfer call');
    await toast('Nothing was transferred.');
  });

  test('a prompt answers with the title of a button, and with nothing when it is closed', async () => {
    await open('prompt');
    await tab.click('button', 'Settings');
    await tab.click('button', 'Start recording');
    await tab.click('button', 'Not now');
    await toast('The answer was "Not now".');
    await tab.click('button', 'Settings');
    await tab.click('button', 'Start recording');
    await tab.click('button', 'Close Recording');
    await toast('The answer was "".');
  });

  test('a widget shows a page that is named relative to the manifest', async () => {
    await open('widget', { files: { 'notes.html': DOCUMENT('Minutes') } });
    await tab.click('button', 'Notes');
    const widget = await tab.frame('iframe.widget');
    await widget.waitFor('its page', () => document.body.textContent?.includes('Minutes'));
  });

  test('a group opens, and reports which of its buttons was pressed', async () => {
    await open('group');
    await tab.click('button', 'Layouts');
    await tab.click('button', 'Everybody');
    await toast('Layout all');
  });

  test('an action is offered on each participant, and says on whom', async () => {
    await open('action');
    const { uuid } = conference().join({ display_name: 'Grace' });
    await tab.click('button', 'Silence: Grace');
    await tab.see('listitem', anyName, ({ text }) => /Grace.*muted/.test(text));
    expect(conference().participants.find((each) => each.uuid === uuid)?.is_muted).toBe('YES');
  });

  test('an application message reaches the plugin of another browser, and isn’t shown as chat', async () => {
    await open('application-message');
    const other = await browser.open(`${meeting.directUrl()}?name=Ada`);
    await started(other, 'application-message');
    await other.click('button', 'Applaud');
    await toast('Ada applauds.');
    await other.close();
  });

  test('a popup is opened by its button', async () => {
    await open('popup', {
      sandboxValues: ['allow-same-origin', 'allow-popups'],
      files: {
        'signed-in.html': `${DOCUMENT('Signed in')}<script>opener.parent.document.title = 'Signed in'</script>`,
      },
    });
    await tab.click('button', 'Sign in');
    await tab.waitFor('the popup', () => document.title === 'Signed in');
  });

  test('activities tell who joins', async () => {
    await open('activities');
    conference().join({ display_name: 'Grace' });
    await toast('Welcome, Grace');
  });
});
