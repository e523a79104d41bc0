import { anyName, type ElementSnapshot, type Surface, type Tab } from '../harness/browser';
import { reloadMeeting } from './calls';
import type { Fixture } from './fixture';

/** A page with a meeting in its iframe, and the panel beside it. */
interface Beside {
  tab: Tab;
  /** Web App 3. */
  meeting: Surface;
  panel: Surface;
}

/** Waits until the panel says exactly this, of the meeting or of what was done. */
export const seeStatus = (panel: Surface, says: string): Promise<ElementSnapshot> =>
  panel.see('status', anyName, ({ text }) => text === says);

/** Presses the icon, and waits until the panel says this of the meeting. */
export async function openPanel(tab: Tab, says = 'In the meeting'): Promise<Surface> {
  const panel = await tab.pressIcon();
  await seeStatus(panel, says);
  return panel;
}

/**
 * Opens a page that embeds Web App 3, and the panel beside it. The plugin has spoken long before the icon is
 * pressed: the peer has to ask.
 */
export async function openBeside(
  { browser, meeting: served }: Pick<Fixture, 'browser' | 'meeting'>,
  { url = served.embeddingUrl(), says }: { url?: string; says?: string } = {},
): Promise<Beside> {
  const tab = await browser.open(url);
  const meeting = await tab.frame('#webapp3');
  await meeting.see('button', 'Open Chat');
  return { tab, meeting, panel: await openPanel(tab, says) };
}

/**
 * The same with a plugin of the seed document: it has spoken before the peer was there, and knows no
 * `hello`.
 */
export async function openBesideSeedPlugin(fixture: Fixture): Promise<Beside> {
  const beside = await openBeside(fixture, { says: 'Waiting for the plugin' });
  await reloadMeeting(beside.tab);
  await seeStatus(beside.panel, 'Plugin ready');
  return beside;
}
