import { launchChromium, type Surface } from '../../../browser/harness/browser';
import { BUILDS } from '../../../browser/support/fixture';
import type { Figure, Measured } from '../../support/figure';
import { heapInUse } from '../../support/heap';
import { median } from '../../support/statistics';
import { drawn } from './drawn';
import { meetingSite, openBeside } from './fixture';
import { searchPeople } from './search-people';

const SECONDS = 60;
const FEW = 10;
const MANY = 1_000;

/** How a plugin reports a change: by what has changed, or by the whole list, as the second namespace does. */
type Way = 'roster-change' | 'roster';

/**
 * What people in the meeting cost the panel, with few and with many: until a roster is shown, until a change
 * is, and how smoothly the panel is drawn while 20 people a second change.
 */
export async function people(effort: number): Promise<Measured> {
  const seconds = Math.max(3, Math.round(SECONDS * effort));
  const chromium = await launchChromium({ extensionDir: BUILDS.chromium });
  const site = await meetingSite();
  try {
    const { tab, panel } = await openBeside(chromium, site);
    const plugin = await tab.frame('#webapp3', 'iframe');
    await panel.click('tab', /^People/);
    await plugin.evaluate(announce);
    await panel.waitFor('a plugin that reports people', () =>
      document.querySelector('.people')?.textContent?.includes('Nobody'),
    );
    const atRest = await drawn(panel, seconds);
    const joining = new Map<number, number>();
    const changing = new Map<number, number>();
    // Each is there once before it is measured, so that neither pays for what is done for the first time.
    for (const size of [FEW, MANY]) await gather(plugin, panel, size);
    joining.set(FEW, await gather(plugin, panel, FEW));
    const empty = await heapInUse(panel.page);
    changing.set(FEW, median((await change(plugin, panel, seconds, 'roster-change')).delays));
    joining.set(MANY, await gather(plugin, panel, MANY));
    const full = await heapInUse(panel.page);
    const busy = await change(plugin, panel, seconds, 'roster-change');
    const whole = await change(plugin, panel, seconds, 'roster');
    const searching = await searchPeople(panel, seconds);
    const few = changing.get(FEW) ?? Number.NaN;
    const many = median(busy.delays);
    const where = { in: 'Chromium', runs: seconds } as const;
    const once = { in: 'Chromium', runs: 1 } as const;
    const each = { in: 'Chromium', runs: busy.delays.length } as const;
    return {
      name: 'people',
      title: 'People',
      note: 'From the plugin’s message until the panel shows it, with 20 changes a second. A plugin of the second namespace sends the whole list at each change.',
      figures: [
        ...[FEW, MANY].map(
          (size): Figure => ({
            ...once,
            what: `a roster of ${size} people`,
            median: joining.get(size) ?? Number.NaN,
            unit: 'ms',
          }),
        ),
        { ...each, what: `a change with ${FEW} people`, median: few, unit: 'ms' },
        {
          ...each,
          what: `a change with ${MANY} people`,
          median: many,
          unit: 'ms',
          ratio: { to: `with ${FEW}`, value: many / few },
          goal: { max: 1.5 },
        },
        {
          ...each,
          what: `a change with ${MANY} people, sent as a whole list`,
          median: median(whole.delays),
          unit: 'ms',
        },
        { ...where, what: 'frames of the tab without people', median: median(atRest.counts), unit: '/s' },
        {
          ...where,
          what: `frames of the tab while ${MANY} people change`,
          median: median(busy.counts),
          unit: '/s',
          ratio: { to: 'without people ÷ this', value: median(atRest.counts) / median(busy.counts) },
          goal: { max: 1 },
        },
        { ...once, what: 'the longest time between two of them', median: busy.longest, unit: 'ms' },
        {
          ...once,
          what: `memory of the panel for ${MANY} people instead of ${FEW}`,
          median: full - empty,
          unit: 'kB',
        },
        ...searching,
      ],
    };
  } finally {
    site.close();
    await chromium.close();
  }
}

/** Runs in the plugin: announces what it takes. The peer answers with `hello`, and is answered once more. */
function announce(): void {
  const features = ['chat', 'hello', 'connected', 'self', 'roster', 'roster-change', 'mute', 'disconnect'];
  Reflect.set(window, 'features', features);
  addEventListener('message', ({ data }) => {
    if (data?.action !== 'pexip:plugin:external-chat/hello') return;
    top?.postMessage({ action: 'pexip:plugin:external-chat/connected' }, '*');
  });
  top?.postMessage({ action: 'pexip:plugin:external-chat/ready', features }, '*');
}

/** Has so many people be in the meeting; how long until the panel says so, in milliseconds. */
async function gather(plugin: Surface, panel: Surface, size: number): Promise<number> {
  const shown = panel.evaluate(async (size) => {
    const isShown = () =>
      document.getElementById('tab-people')?.textContent?.replace(/\D/g, '') === `${size}` &&
      document.querySelectorAll('.people li').length > 0;
    while (!isShown()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.timeOrigin + performance.now();
  }, size);
  const sentAt = await plugin.evaluate((size) => {
    const participants = Array.from({ length: size }, (_, index) => ({
      uuid: `person-${index}`,
      displayName: `Person ${index}`,
      can: { mute: true, disconnect: true, spotlight: true },
    }));
    Reflect.set(window, 'participants', participants);
    const send = (name: string, payload: object) =>
      top?.postMessage({ action: `pexip:plugin:external-chat/${name}`, ...payload }, '*');
    const sentAt = performance.timeOrigin + performance.now();
    send('connected', {});
    send('self', { participantUuid: 'person-0', isHost: true });
    send('roster', { participants });
    return sentAt;
  }, size);
  return (await shown) - sentAt;
}

/** Changes 20 people a second. Returns how long each change took to be shown, and the frames meanwhile. */
async function change(plugin: Surface, panel: Surface, seconds: number, way: Way) {
  await panel.evaluate(() => {
    const seen = new Map<string, number>();
    const note = () => {
      const text = /Change (\d+)\./.exec(document.querySelector('.people')?.textContent ?? '')?.[1];
      if (text !== undefined && !seen.has(text)) seen.set(text, performance.timeOrigin + performance.now());
    };
    const list = document.querySelector('.people');
    if (list)
      new MutationObserver(note).observe(list, { childList: true, subtree: true, characterData: true });
    Reflect.set(window, 'seen', seen);
  });
  await plugin.evaluate(
    (perSecond, way) => {
      const participants = Reflect.get(window, 'participants') as { uuid: string; overlayText?: string }[];
      const sent: [string, number][] = [];
      Reflect.set(window, 'sent', sent);
      const changing = setInterval(() => {
        const [first] = participants;
        if (!first) return;
        const changed = { ...first, overlayText: `Change ${sent.length}.` };
        participants[0] = changed;
        sent.push([`${sent.length}`, performance.timeOrigin + performance.now()]);
        const payload = way === 'roster' ? { participants } : { updated: [changed] };
        top?.postMessage({ action: `pexip:plugin:external-chat/${way}`, ...payload }, '*');
      }, 1000 / perSecond);
      Reflect.set(window, 'changing', changing);
    },
    20,
    way,
  );
  const frames = await drawn(panel, seconds);
  const sent = await plugin.evaluate(() => {
    clearInterval(Number(Reflect.get(window, 'changing')));
    return Reflect.get(window, 'sent') as [string, number][];
  });
  const seen = new Map(await panel.evaluate(() => [...(Reflect.get(window, 'seen') as Map<string, number>)]));
  const delays = sent.flatMap(([change, at]) => {
    const shownAt = seen.get(change);
    return shownAt === undefined ? [] : [shownAt - at];
  });
  return { ...frames, delays };
}
