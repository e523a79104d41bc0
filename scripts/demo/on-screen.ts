import { rm } from 'node:fs/promises';
import type { Target } from 'puppeteer-core';
import { startMeeting } from '../../meeting/start';
import { launchChromium } from '../../tests/browser/harness/browser';
import { bringBob } from './bob';
import { createPinnedProfile, isInToolbar } from './pinned-profile';
import { pointAtIcon } from './point-at-icon';

const EXTENSION = '.output/chrome-mv3';

/** Opens a browser with the extension and the meeting, until its window is closed or a signal comes. */
export async function watchDemo(): Promise<void> {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => ended.abort());
  const profile = createPinnedProfile(EXTENSION);
  const meeting = await startMeeting({ brandingDir: 'webapp3/branding' });
  const browser = await launchChromium({
    extensionDir: EXTENSION,
    headless: false,
    width: 1500,
    height: 960,
    profile,
    keepWelcome: true,
  });
  const hasEnded = new Promise((resolve) => {
    browser.browser.once('disconnected', resolve);
    ended.signal.addEventListener('abort', resolve);
    if (ended.signal.aborted) resolve(undefined);
  });
  // After the welcome page, which comes by itself and would lie over the meeting.
  const welcome = await browser.ownTab('options.html?welcome');
  const isPinned = await isInToolbar(welcome);
  const place = isPinned ? 'in the toolbar' : 'behind the puzzle piece';
  const others = await browser.browser.pages();
  const tab = await browser.open(meeting.embeddingUrl());
  for (const page of others) await page.close();
  const removeArrow = isPinned ? undefined : await pointAtIcon(tab.page);
  // Chromium can live on without a window, and nobody could end it then.
  tab.page.once('close', () => ended.abort());
  process.stdout.write(
    [
      `The meeting: ${meeting.embeddingUrl()}`,
      '',
      `1. Click the External Chat icon ${place}. The panel shows: In the meeting.`,
      '2. Enter a destination, such as alice@example.com, and select Dial.',
      '   busy@ is refused, noanswer@ rings without an answer, leave@ joins and leaves.',
      '3. Bob raises a hand, and writes to you. Select Chat in the meeting to read it and to answer.',
      '',
      'To end the demo, close the window or press Ctrl-C.',
      '',
    ].join('\n'),
  );
  const bob = bringBob(meeting);
  const isPanel = (target: Target) => target.url().includes('/sidepanel.html');
  browser.browser.waitForTarget(isPanel, { timeout: 0 }).then(
    () => {
      // Without a panel, nobody would see what he writes.
      bob.write();
      return removeArrow?.();
    },
    () => undefined,
  );
  await hasEnded;
  bob.leave();
  await browser.close();
  await meeting.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
