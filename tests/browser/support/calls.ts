import { DEFAULT_SETTINGS, SETTINGS, type Settings } from '../../../settings/settings';
import { anyName, type ElementSnapshot, type Surface } from '../harness/browser';
import { eventually } from '../harness/eventually';
import type { Fixture } from './fixture';

/** Types a destination into the panel and presses Dial. */
export async function dial(panel: Surface, destination: string): Promise<void> {
  await panel.fill('textbox', 'Destination', destination);
  await panel.click('button', 'Dial');
}

/** Waits until the row of a destination says this. Rows begin with the destination. */
export const seeRow = (panel: Surface, destination: string, says: RegExp): Promise<ElementSnapshot> =>
  panel.see('listitem', anyName, ({ text }) => text.startsWith(destination) && says.test(text));

/**
 * Dials one destination after the other. A press of Dial counts for nothing while the panel still looks up
 * whether the one before is in the meeting already.
 */
export async function dialAll(panel: Surface, destinations: readonly string[]): Promise<void> {
  for (const destination of destinations) {
    await dial(panel, destination);
    await seeRow(panel, destination, /./);
  }
}

type Listener = (changes: object) => void;
type Stores = {
  local: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
  onChanged: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
};

/**
 * Sets some of the options, in the store where they are kept; the others are as at first. Waits until this
 * document has read them: its own listener is called before one that is added now, and asks for the lock
 * first.
 */
export const setSettings = (panel: Surface, some: Partial<Settings>): Promise<void> =>
  panel.evaluate(
    async (key, item) => {
      const { storage } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
        storage: Stores;
      };
      const { local, onChanged } = storage;
      // A browser may keep the fields in another order. What stays as it was is told to nobody.
      const inOrder = (stored: unknown) =>
        JSON.stringify(Object.entries(Object(Object(stored).value)).sort());
      if (inOrder((await local.get(key))[key]) === inOrder(item)) return;
      const heard = new Promise<void>((done) => {
        const listen = (changes: object) => {
          if (!(key in changes)) return;
          onChanged.removeListener(listen);
          done();
        };
        onChanged.addListener(listen);
      });
      await local.set({ [key]: item });
      await heard;
      await navigator.locks.request(`local.${key}`, () => undefined);
    },
    SETTINGS.key,
    { version: SETTINGS.version, value: { ...DEFAULT_SETTINGS, ...some } },
  );

/** What the rows say at the moment, newest first. */
export const rowsOf = async (panel: Surface): Promise<string[]> =>
  (await panel.findAll('listitem', anyName)).map(({ text }) => text);

/**
 * Loads Web App 3 again, with its plugin, in the iframe where it is, and waits until it is another document:
 * whatever is seen then is not of the one before.
 */
export async function reloadMeeting(tab: Surface): Promise<void> {
  const meeting = await tab.frame('#webapp3');
  await meeting.evaluate(() => Reflect.set(window, 'isOld', true));
  await tab.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#webapp3');
    if (frame) frame.src += '';
  });
  await meeting.waitFor(
    'another document',
    () => Reflect.get(window, 'isOld') !== true && document.readyState === 'complete',
  );
}

/** The participants whom the node has dialed, by the end of their address. */
export const dialed = ({ meeting }: Fixture) =>
  meeting.node
    .conference('qa.meeting')
    .participants.filter(({ call_direction }) => call_direction === 'out')
    .map(({ uuid, uri, service_type }) => ({
      uuid,
      address: (uri ?? '').replace('sip:', ''),
      isConnecting: service_type === 'connecting',
    }));

/** Has somebody whom the node is calling answer. */
export function answer(fixture: Fixture, address: string): void {
  const { uuid } = dialed(fixture).find((each) => each.address === address && each.isConnecting) ?? {};
  if (!uuid) throw new Error(`Nobody is calling ${address}.`);
  fixture.meeting.node.conference('qa.meeting').update(uuid, { service_type: 'conference', has_media: true });
}

/** Has somebody whom the node has called leave. */
export function leave(fixture: Fixture, address: string): void {
  const { uuid } = dialed(fixture).find((each) => each.address === address) ?? {};
  if (!uuid) throw new Error(`${address} is not in the meeting.`);
  fixture.meeting.node.conference('qa.meeting').remove(uuid);
}

/** Waits until the node has this participant, or has it no more. */
export const untilNodeHas = (fixture: Fixture, address: string, wanted: boolean): Promise<void> =>
  eventually(`${address} ${wanted ? 'in' : 'out of'} the conference`, async () => {
    const there = dialed(fixture);
    const has = there.some((each) => each.address === address);
    return has === wanted ? { done: { value: undefined } } : { seen: JSON.stringify(there) };
  });
