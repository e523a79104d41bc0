import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { anyName, launchChromium, type Surface } from '../../tests/browser/harness/browser';
import { DOCK } from '../../tests/browser/support/dock';
import { extensionWith } from '../../tests/browser/support/extension';
import { openView } from '../../tests/browser/support/views';
import { drawScene, drawTile, INSIDE, type PictureScene } from './compose';
import { MEET, PORTAL, startDeployment } from './deployment';

const ALIAS = 'appointment';
const PAGE_URL = `https://${PORTAL}/?alias=${ALIAS}&name=Dr.+Berg`;
const PANEL_WIDTH = 376;
/** Long enough to be seen ringing. */
const RING_MS = 6_000;

/**
 * Draws the pictures that stores show into `folder`: the extension as it is built, beside the demo meeting,
 * which plays the part of a deployment.
 */
export async function drawStorePictures(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const deployment = await startDeployment(RING_MS);
  const chromium = await launchChromium({
    extensionDir: extensionWith('.output/chrome-mv3', { host_permissions: SITES.map((site) => `${site}/*`) }),
    ignoreCertificateErrors: true,
    hosts: deployment.hosts,
  });
  const conference = deployment.node.conference(ALIAS);
  try {
    const tab = await chromium.open(PAGE_URL);
    await tidy(tab.page);
    const meeting = await tab.frame('#webapp3');
    await meeting.see('button', 'Open Chat');
    await meeting.evaluate(hideLog);
    const panel = await tab.pressIcon();
    await panel.see('status', anyName, ({ text }) => text === 'In the meeting');

    const draw = (name: string, scene: Omit<PictureScene, 'address'> & { address?: string }) =>
      drawScene(chromium.browser, { address: `${PORTAL}/appointments`, ...scene }, `${folder}/${name}`);
    const beside = async (
      panel: { page: Page },
      scheme: PictureScene['scheme'] = 'light',
      width = PANEL_WIDTH,
    ) => [
      await picture(tab.page, INSIDE.width - width - 1, scheme),
      await picture(panel.page, width, scheme),
    ];

    conference.join({ display_name: 'Ingrid Solberg' });
    await dial(panel, 'alice@example.com');
    await dial(panel, 'bob@example.com');
    for (const name of ['alice', 'bob']) await seeCall(panel, name, /Joined/);
    await dial(panel, '+4722334455');
    await seeCall(panel, '+4722334455', /Ringing/);
    await panel.fill('textbox', 'Destination', 'sip:carol@example.com');
    await panel.see('textbox', 'Destination', ({ description }) => /will dial/.test(description));
    await draw('1-dial-out', {
      title: 'Dial out of the meeting, and see who joined',
      lead: 'Enter or paste a number, an address or a link. Follow each call until it ends.',
      scheme: 'light',
      pictures: await beside(panel),
    });

    await openView(panel, 'Many');
    await panel.fill('textbox', /Destinations/, LIST.join('\n'));
    await panel.click('button', /^Dial all/);
    await panel.see('button', 'New list', undefined, { timeoutMs: LIST.length * RING_MS });
    await draw('3-lists', {
      title: 'Dial a whole list',
      lead: 'One destination per line. See who joined, dial the others again, and save the results.',
      scheme: 'light',
      pictures: await beside(panel),
    });

    await tab.closePanel();
    conference.say('Ingrid Solberg', 'I have the papers at hand.');
    conference.say('alice@example.com', 'Then let us begin with those.');
    await meeting.click('button', /^Open Chat/);
    const dock = await tab.frame(DOCK);
    await dock.see('log', 'Meeting chat', ({ text }) => text.includes('let us begin'));
    await dock.waitFor('input to be taken', () => document.documentElement.dataset.input === 'taken');
    await dock.click('button', 'Push the page aside');
    await dock.fill('textbox', 'Message', 'Thank you. I will share the results now.');
    await dock.press('Enter');
    await dock.see('log', 'Meeting chat', ({ text }) => text.includes('the results'));
    await draw('2-chat', {
      title: 'A chat next to the meeting',
      lead: 'The meeting’s own Chat button opens it, and its badge shows unread messages. You can set a custom chat for each site.',
      scheme: 'light',
      pictures: [await picture(tab.page, INSIDE.width, 'light')],
    });
    await meeting.click('button', 'Close Chat');

    const examined = await tab.pressIcon();
    await openView(examined, 'Tests');
    await examined.click('button', 'Run checks');
    await examined.waitFor('what was found', () => document.querySelectorAll('[data-finding]').length > 5);
    const width = 520;
    await picture(examined.page, width, 'dark');
    await examined.evaluate(showFindings);
    await draw('5-diagnostics', {
      title: 'If something doesn’t work, diagnostics show what to do',
      lead: 'One click checks the connection between the page, its meeting and the panel. In light or dark mode, like your browser.',
      scheme: 'dark',
      pictures: await beside(examined, 'dark', width),
    });

    const options = await chromium.open(`chrome-extension://${chromium.extensionId}/options.html`);
    await options.evaluate(storeSites, SITES);
    await options.reload();
    await options.see('listitem', anyName, ({ text }) => text.includes(MEET));
    await options.evaluate(() => window.scrollTo(0, 0));
    await draw('4-options', {
      title: 'Choose where it runs',
      lead: 'No site access when you install it. A click on the icon gives access to one tab. You can always run it on sites of your choice.',
      scheme: 'light',
      address: 'External Chat options',
      pictures: [await picture(options.page, INSIDE.width, 'light')],
    });
    await drawTile(chromium.browser, `${folder}/tile`);
  } finally {
    await chromium.close();
    deployment.close();
  }
}

/** For which the browser has given leave: its question is a window that cannot be answered here. */
const SITES = ['https://intranet.example.com', `https://${MEET}`];

const LIST = ['carol@example.com', 'dora@example.com', 'busy@example.com', '+47 22 33 44 66'];

async function dial(panel: Surface, destination: string): Promise<void> {
  await panel.fill('textbox', 'Destination', destination);
  await panel.click('button', 'Dial');
  await seeCall(panel, destination, /./);
}

async function seeCall(panel: Surface, destination: string, state: RegExp): Promise<void> {
  await panel.see('listitem', anyName, ({ text }) => text.includes(destination) && state.test(text));
}

async function picture(page: Page, width: number, scheme: PictureScene['scheme']): Promise<Uint8Array> {
  await page.setViewport({ width, height: INSIDE.height });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  return page.screenshot();
}

/** Leaves away what the demo's portal says to those who develop, and gives the room to the meeting. */
async function tidy(page: Page): Promise<void> {
  await page.addStyleTag({
    content:
      '#appointments, #notes { display: none } iframe#webapp3 { height: calc(100vh - 138px); margin-top: 12px }',
  });
}

/** The same in Web App 3 of the demo meeting: its log. */
function hideLog(): void {
  const side = document.getElementById('side');
  if (side) side.hidden = true;
  const main = document.querySelector('main');
  if (main) main.style.gridTemplateColumns = '1fr';
}

/** Has as much of the diagnostics in sight as there is room for. */
function showFindings(): void {
  document.getElementById('diagnostics-title')?.scrollIntoView();
  window.scrollBy(0, 14);
}

/** As if a person had chosen these. */
async function storeSites(sites: readonly string[]): Promise<void> {
  const { storage } = Reflect.get(window, 'chrome') as {
    storage: { local: { set(items: object): Promise<void> } };
  };
  const chats = sites.slice(0, 1).map((site) => ({ site, url: 'https://chat.example.com/channel/{alias}' }));
  await storage.local.set({
    sites: { version: 1, value: sites },
    chat: { version: 1, value: { place: 'dock', displayName: 'Dr. Berg', chats } },
  });
}
