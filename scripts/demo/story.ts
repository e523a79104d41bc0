import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { startMeeting } from '../../meeting/start';
import { anyName, launchChromium, type Surface } from '../../tests/browser/harness/browser';
import { clickSwitch, openView } from '../../tests/browser/support/views';
import { besideEachOther } from './beside';
import { type Line, transcribe } from './transcript';

/** What the story has to contain to have been told. */
const EXPECTED = [
  'ready',
  'toggle-chat',
  'toggle-chat-button-state',
  'toggle-chat-badge',
  'message',
  'send-message',
  'dial-out',
  'dial-out-success',
  'dial-out-error',
];

/**
 * Plays the demo by itself: prints each step, and saves the protocol line by line and pictures to `folder`.
 * @throws Error if anything of the story did not happen, with what was on screen instead.
 */
export async function tellDemo(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const protocol = `${folder}/protocol.txt`;
  writeFileSync(protocol, '');
  const print = (line: string) => {
    process.stdout.write(`${line}\n`);
    appendFileSync(protocol, `${line}\n`);
  };
  const meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
  const browser = await launchChromium({ extensionDir: '.output/chrome-mv3', width: 1180, height: 760 });
  const heard = new Set<string>();
  const tell = ({ direction, name, fields }: Line) => {
    heard.add(name);
    appendFileSync(protocol, `  ${direction}   ${name.padEnd(25)} ${fields}\n`);
  };
  try {
    const tab = await browser.open('about:blank');
    await transcribe(tab.page, tell);
    print(`A page opens that embeds the meeting: ${meeting.embeddingUrl()}`);
    await tab.navigate(meeting.embeddingUrl());
    const webapp3 = await tab.frame('#webapp3');
    await webapp3.see('button', 'Open Chat');

    print('The extension’s icon is clicked.');
    const panel = await tab.pressIcon();
    await panel.see('status', anyName, ({ text }) => text === 'In the meeting');

    print(await dial(panel, 'alice@example.com', /Joined/));
    await webapp3.see('listitem', anyName, ({ text }) => text.includes('alice@example.com'));

    print(await dial(panel, 'busy@example.com', /Failed/));

    print('Bob writes in the meeting’s chat and raises a hand: the badge lights up on the Chat button.');
    const conference = meeting.node.conference();
    conference.say('Bob', 'Good morning. The agenda is at https://portal.example.com/agenda');
    const bob = conference.participants.find(({ display_name }) => display_name === 'Bob');
    if (bob) conference.update(bob.uuid, { buzz_time: Date.now() / 1000 });
    await webapp3.see('img', 'Unread');

    print('The Chat button in the meeting is selected: the chat opens and the badge disappears.');
    await webapp3.click('button', /^Open Chat/);
    await webapp3.see('button', 'Close Chat', ({ pressed }) => pressed === true);
    await panel.see('listitem', anyName, ({ text }) => text.includes('Good morning'));
    await webapp3.gone('img', 'Unread');

    print('We answer from the panel.');
    await panel.fill('textbox', 'Message', 'Thank you, I have it.');
    await panel.press('Enter');
    await panel.see('listitem', anyName, ({ text }) => text.includes('Thank you, I have it.'));

    print('The unread badge is turned on in the panel.');
    await clickSwitch(panel, 'Unread badge');
    await webapp3.see('img', 'Unread');

    // The pictures show the calls.
    await openView(panel, 'Dial out');
    await panel.see('listitem', anyName, ({ text }) => text.includes('Joined'));
    await tab.screenshot(`${folder}/page.png`);
    await panel.screenshot(`${folder}/panel.png`);
    await besideEachOther(browser.browser, folder, ['page.png', 'panel.png'], 'demo.png');
  } finally {
    await browser.close();
    await meeting.close();
  }
  const missing = EXPECTED.filter((name) => !heard.has(name));
  if (missing.length > 0) throw new Error(`The demo didn’t produce these messages: ${missing.join(', ')}.`);
  print(`The participant joined. In ${folder}/: protocol.txt, demo.png, page.png and panel.png.`);
}

/** Dials, and returns what the panel shows of the call then. */
async function dial(panel: Surface, destination: string, outcome: RegExp): Promise<string> {
  await panel.fill('textbox', 'Destination', destination);
  await panel.click('button', 'Dial');
  await panel.see('listitem', anyName, (row) => row.text.includes(destination) && outcome.test(row.text));
  // The newest call is the first row.
  const state = await panel.evaluate(() => document.querySelector('.state')?.textContent);
  return `${destination} is dialed. The panel shows: ${state}`;
}
