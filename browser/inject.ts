import type { Runtime, Tabs } from 'webextension-polyfill';
import { browser } from './browser';
import { DOCK_PAGE } from './dock-handshake';
import { leaveKept } from './kept-data';
import { isWithoutElements } from './page-kind';
import { hasSidePanel } from './panel-opener';
import { isPeerRunning } from './peer-running';
import { removeStaleDock } from './remove-stale-dock';
import { isRuntimeMessage, type RuntimeMessage, SIDE_SCRIPTS } from './runtime-messages';
import { keptOfTab } from './tab-memory';

/** Neither the window nor the page of a tab can show the panel. */
export class NoRoomError extends Error {}

/**
 * Brings the peer into a tab, or asks one that is there already to look around again: a second one would
 * forget the calls of the first. Needs `activeTab` for that tab, or its host permission.
 * @throws NoRoomError if no panel can be shown: the meeting itself then says that the page has no chat.
 * @throws Error if the browser keeps extensions out of the page (its own pages, the stores).
 */
export const injectPeer = (tabId: number): Promise<void> =>
  navigator.locks.request(`peer-${tabId}`, () => bring(tabId)) as Promise<void>;

async function bring(tabId: number): Promise<void> {
  const findMeetings: RuntimeMessage = { type: 'find-meetings' };
  const answered = await browser.tabs.sendMessage(tabId, findMeetings, { frameId: 0 }).then(
    () => true,
    () => false,
  );
  if (answered) return;
  const target = { tabId };
  await onceAllowed(() =>
    browser.scripting.executeScript({
      target,
      func: removeStaleDock,
      args: [browser.runtime.getURL(DOCK_PAGE)],
    }),
  );
  const tab = await browser.tabs.get(tabId);
  if (!(await hasRoom(tabId, tab)))
    throw new NoRoomError('Neither the window nor the page can show the panel.');
  await bringKept(tabId, tab);
  const started = peerStarted(tabId);
  await onceAllowed(() => browser.scripting.executeScript({ target, files: ['/peer.js'] }));
  await started;
}

/** Whether a tab can show the panel: beside its page or, in a popup window, on it. */
async function hasRoom(tabId: number, tab: Tabs.Tab): Promise<boolean> {
  if (await hasSidePanel(tab)) return true;
  const probe = { target: { tabId }, func: () => document.contentType };
  const [page] = await browser.scripting.executeScript(probe);
  return !isWithoutElements(String(page?.result));
}

/** Longer than a peer takes to learn how it is to behave. */
const MAX_START_MS = 2_000;

/**
 * Resolves once a peer in this tab has announced itself. One that was brought and does not listen yet would
 * be taken for none, and a second one would take its place and lose what it was given.
 */
function peerStarted(tabId: number): Promise<void> {
  const { onMessage } = browser.runtime;
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      onMessage.removeListener(onRuntimeMessage);
      resolve();
    };
    const onRuntimeMessage = (data: unknown, { tab }: Runtime.MessageSender): undefined => {
      if (isRuntimeMessage(data, 'peer-started') && tab?.id === tabId) end();
    };
    const timer = setTimeout(end, MAX_START_MS);
    onMessage.addListener(onRuntimeMessage);
  });
}

/** Brings what was kept of the page before, so that it is there before the peer. */
async function bringKept(tabId: number, { url }: Tabs.Tab): Promise<void> {
  const kept = url === undefined ? undefined : await keptOfTab(tabId, new URL(url).origin);
  if (!kept) return;
  const target = { tabId };
  await browser.scripting.executeScript({ target, func: leaveKept, args: [kept] });
  await browser.scripting.executeScript({ target, files: ['/keeper.js'] });
}

/**
 * Brings the peer into a tab with everything that it may ask for later, when the extension will not be let in
 * any more.
 * @throws Error if the browser does not let the extension in.
 */
export async function injectWithParts(tabId: number): Promise<void> {
  await injectPeer(tabId);
  const files = SIDE_SCRIPTS.map((script) => `/${script}.js`);
  await browser.scripting.executeScript({ target: { tabId }, files });
}

/**
 * Brings the detector into a tab whose page has just begun to load, unless a peer runs there.
 * @throws Error if the browser does not let the extension in.
 */
export async function injectDetector(tabId: number): Promise<void> {
  const files = ['/detector.js'];
  if (!(await hasPeer(tabId)))
    await browser.scripting.executeScript({ target: { tabId }, files, injectImmediately: true });
}

/**
 * Brings the peer into a tab unless one runs there.
 * @throws Error if the browser does not let the extension in.
 */
export async function injectMissingPeer(tabId: number): Promise<void> {
  if (!(await hasPeer(tabId))) await injectPeer(tabId);
}

async function hasPeer(tabId: number): Promise<boolean> {
  const probe = { target: { tabId }, func: isPeerRunning, injectImmediately: true };
  const [found] = await browser.scripting.executeScript(probe);
  return found?.result === true;
}

/**
 * What was let into a tab by a press of the icon stays so in Chromium until the tab goes to another site, and
 * in Firefox until its page is left or loaded again.
 */
export const isLetInForSite = (): boolean => !('sidebarAction' in browser);

/** Background and page process learn of a press of the icon separately. */
const AGAIN_AFTER_MS = [20, 100, 500];

/**
 * Does a job in a page that the user has just let the extension into. Chromium says now and then that it may
 * not be done: the page's process has not heard of it yet.
 */
async function onceAllowed(job: () => Promise<unknown>): Promise<void> {
  for (const ms of AGAIN_AFTER_MS) {
    try {
      await job();
      return;
    } catch (error) {
      if (!/Cannot access contents of the page/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }
  await job();
}
