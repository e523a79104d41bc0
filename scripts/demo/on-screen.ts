import { once } from 'node:events';
import { startMeeting } from '../../meeting/start';
import { launchChromium } from '../../tests/browser/harness/browser';

/** Opens a browser with the extension and the meeting, and stays until it is closed or Ctrl-C is pressed. */
export async function watchDemo(): Promise<void> {
  const meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
  const browser = await launchChromium({
    extensionDir: '.output/chrome-mv3',
    headless: false,
    width: 1500,
    height: 960,
  });
  const [blank] = await browser.browser.pages();
  await browser.open(meeting.embeddingUrl());
  await blank?.close();
  process.stdout.write(
    [
      '',
      `The meeting is at ${meeting.embeddingUrl()}`,
      `and, without the page around it, at ${meeting.directUrl()}`,
      '',
      '1. Click the “External Chat” icon in the toolbar (behind the puzzle piece). The panel shows: In the meeting.',
      '2. Enter a destination, such as alice@example.com, and select Dial.',
      '   busy@example.com is refused, noanswer@example.com rings forever, slow@ and leave@ do what they say.',
      '3. Select the meeting’s own Chat button: it turns on, and so does the switch in the panel.',
      '',
      'To end, close the browser or press Ctrl-C.',
      '',
    ].join('\n'),
  );
  await Promise.race([
    new Promise((resolve) => browser.browser.once('disconnected', resolve)),
    once(process, 'SIGINT'),
  ]);
  await browser.close();
  await meeting.close();
}
