import type { Surface, Tab } from '../harness/browser';
import { eventually } from '../harness/eventually';
import { DOCK } from './dock';
import { openDockPort, openRuntimePort, type RawLink } from './raw-link';

/** What carries a link between a panel and the peer of the tab: for the contract that both keep to. */
export interface Transport {
  /** Shows the panel of this kind beside or over the tab's meeting, whose plugin is there. */
  show(): Promise<Surface>;
  /** Opens a link of this kind from the panel that was shown last. */
  open(name: string): Promise<RawLink>;
  /** Takes the panel away that a link comes from, and brings it back. */
  bringBack(): Promise<void>;
  /** Waits until the link of a page that was left has ended. */
  ended(link: RawLink): Promise<void>;
}

/** The side panel's runtime port: the peer is spoken with past whatever page is in between. */
export function runtimePort(tab: Tab): Transport {
  let panel: Surface;
  const show = async () => {
    panel = await tab.pressIcon();
    return panel;
  };
  return {
    show,
    open: (name) => openRuntimePort(panel, name),
    bringBack: async () => {
      await tab.closePanel();
      await show();
    },
    ended: (link) =>
      eventually('the end of the link', async () =>
        (await link.isClosed()) ? { done: { value: undefined } } : { seen: 'open' },
      ),
  };
}

/** The dock's `MessagePort`, handed over through the page's own window. */
export function messagePort(tab: Tab): Transport {
  return {
    show: async () => {
      await tab.pressIcon();
      await tab.closePanel();
      const meeting = await tab.frame('#webapp3');
      if (await meeting.find('button', /^Open Chat/)) await meeting.click('button', /^Open Chat/);
      await tab.waitFor('the dock', () => document.querySelector(':popover-open') !== null);
      return tab.frame(DOCK);
    },
    open: async (name) => openDockPort(await tab.frame(DOCK), name),
    bringBack: async () => {
      const dock = await tab.frame(DOCK);
      await dock.evaluate(() => Reflect.set(window, 'stale', true));
      // It may be about to show itself again, after the side panel that was in its place.
      await tab.waitFor('the dock to be taken away', () => {
        const shown = document.querySelector(':popover-open');
        shown?.remove();
        return shown !== null;
      });
      await dock.waitFor(
        'a new dock',
        () => Reflect.get(window, 'stale') !== true && document.querySelector('.panel') !== null,
      );
    },
    ended: async () => {
      await tab.waitFor('no dock', () => document.querySelector('div[popover]') === null);
    },
  };
}
