// What the panel loads beside its first picture is there before anybody can type.
import '../../../panel/app/after-mount';
import '../../../panel/request/guard/rate';
import '../../../panel/request/meeting/meeting-name';
import { computeAccessibleDescription, computeAccessibleName, getRole } from 'dom-accessibility-api';
import { act } from 'preact/test-utils';
import { afterAll, expect, onTestFinished, vi } from 'vitest';
import { mountPanel } from '../../../panel/app/mount';
import type { PanelEnvironment } from '../../../panel/state/context';
import { type Call, type Meeting, newMeeting } from '../../../protocol/meeting';
import {
  PANEL_PROTOCOL,
  type PeerConnection,
  type PeerMessages,
  type PeerPeople,
  type PeerState,
} from '../../../protocol/panel';
import type { PanelRequest } from '../../../protocol/panel-requests';
import type { PeerTrace } from '../../../protocol/trace';
import type { PanelStorage } from '../../../settings/storage/area';
import { memoryStorage } from '../../../settings/storage/memory';
import { until } from '../../until';

export { until as eventually };

/** The moment at which every test starts. */
export const START = Date.UTC(2026, 0, 1);

export const aMeeting = (over: Partial<Meeting> = {}): Meeting => ({
  ...newMeeting('m1'),
  alias: 'qa.meeting',
  host: 'meet.example.com',
  plugin: { name: 'ready', inMeeting: true, features: [] },
  ...over,
});

/** What a request about that meeting carries, on the page that `receive` shows. */
export const IN_M1 = { page: 1, meeting: 'm1', load: 0 };

export const aCall = (destination: string, over: Partial<Call> = {}): Call => ({
  id: `call-${destination}`,
  request: { destination, role: 'GUEST', protocol: 'sip' },
  startedAt: START,
  state: { name: 'calling', at: START },
  ...over,
});

// What a panel loads on first use may still be on its way when the last test ends.
afterAll(() => vi.dynamicImportSettled());

/** Mounts the panel in the document, with a peer that says only what the test makes it say. */
export function openPanel(
  storage: PanelStorage = memoryStorage(),
  environment: Partial<PanelEnvironment> = {},
) {
  vi.useFakeTimers({ now: START, toFake: ['Date', 'setInterval', 'clearInterval'] });
  document.body.innerHTML = '<div id="root"></div>';
  let listener: (state: PeerState | undefined) => void = () => {};
  let answer: (messages: PeerMessages) => void = () => {};
  let people: (people: PeerPeople) => void = () => {};
  let trace: (trace: unknown) => void = () => {};
  const asked = new Set<() => void>();
  let onRequest: (request: PanelRequest) => void = () => {};
  const sent: PanelRequest[] = [];
  const connection: PeerConnection = {
    onState: (given) => {
      listener = given;
    },
    onMessages: (given) => {
      answer = given;
    },
    onPeople: (given) => {
      people = given;
    },
    onTrace: (given) => {
      trace = given;
    },
    send: (request) => {
      sent.push(request);
      onRequest(request);
    },
  };
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  // With what is drawn after its first frame.
  void act(() =>
    mountPanel(byId('root'), connection, {
      signal: stop.signal,
      storage,
      ...environment,
      onDestinationAsked: (listener) => {
        asked.add(listener);
      },
    }),
  );
  return {
    sent,
    stop,
    /** The user presses the keys of the command. */
    askForDestination() {
      for (const listener of asked) listener();
      return rendered();
    },
    /** The peer says that these are the page's meetings. */
    receive(...meetings: Meeting[]) {
      return this.sayAs(PANEL_PROTOCOL, ...meetings);
    },
    /** The panel has turned to another page, whose peer says so. */
    sayOn(page: number, ...meetings: Meeting[]) {
      return this.sayWith({ page }, ...meetings);
    },
    /** A peer of another version of the extension says so. */
    sayAs(protocol: number, ...meetings: Meeting[]) {
      return this.sayWith({ protocol }, ...meetings);
    },
    sayWith(over: Partial<PeerState>, ...meetings: Meeting[]) {
      listener({
        type: 'state',
        protocol: PANEL_PROTOCOL,
        page: 1,
        site: 'https://portal.example.com',
        mode: 'drive',
        dropped: {},
        refused: [],
        ...over,
        meetings: meetings.map((meeting) => ({ ...meeting, page: over.page ?? 1 })),
      });
      return rendered();
    },
    /** The peer answers requests at once. */
    answerRequests(given: (request: PanelRequest) => void) {
      onRequest = given;
    },
    /** The peer sends the people of a meeting that the panel follows. */
    receivePeople(sent: Omit<PeerPeople, 'type'>) {
      people({ type: 'people', ...sent });
      return rendered();
    },
    /** The peer answers what was asked about a chat. */
    receiveMessages(messages: Omit<PeerMessages, 'type'>) {
      answer({ type: 'messages', ...messages });
      return rendered();
    },
    /** The peer tells what was said, to a panel that inspects. */
    trace(told: Omit<PeerTrace, 'type'>) {
      trace({ type: 'trace', ...told });
      return rendered();
    },
    /** The tab's peer is gone. */
    lose() {
      listener(undefined);
      return rendered();
    },
  };
}

/** Waits until what was asked for is on screen; Preact renders in a microtask. */
export const rendered = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Lets seconds pass on the fake clock. */
export function pass(seconds: number) {
  vi.advanceTimersByTime(seconds * 1000);
  return rendered();
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`There is no #${id}.`);
  return found;
}

/** Finds as assistive technology does, by role and accessible name; `undefined` matches any name. */
export function all(role: string, name?: string, within: Element = document.body): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('*')].filter(
    (element) => hasRole(element, role) && (name === undefined || computeAccessibleName(element) === name),
  );
}

/** A combobox to type in counts as the text box that it is, too. */
const hasRole = (element: HTMLElement, role: string) =>
  getRole(element) === role ||
  (role === 'textbox' && element instanceof HTMLInputElement && getRole(element) === 'combobox');

export function the<T extends HTMLElement = HTMLElement>(role: string, name?: string, within?: Element): T {
  const [found, ...more] = all(role, name, within);
  if (!found || more.length > 0) {
    throw new Error(`Expected one ${role} ${name ?? ''}, found ${found ? more.length + 1 : 0}.`);
  }
  return found as T;
}

export const description = (element: Element) => computeAccessibleDescription(element).trim();

export function type(name: string, text: string) {
  const box = the<HTMLInputElement>('textbox', name);
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  return rendered();
}

export function choose(name: string, value: string) {
  const select = the<HTMLSelectElement>('combobox', name);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return rendered();
}

export function press(role: string, name: string, within?: Element) {
  the(role, name, within).click();
  return rendered();
}

/** Where each view of the panel is: its tab, and the one inside. */
const VIEWS = {
  'Dial out': ['Dial out', 'One'],
  Many: ['Dial out', 'Many'],
  Earlier: ['Dial out'],
  Chat: ['Chat'],
  Testing: ['Testing'],
  Log: ['Testing', 'Log'],
  Tests: ['Testing', 'Tests'],
};

/** Brings a view of the panel to the front. */
export async function openView(name: keyof typeof VIEWS) {
  for (const tab of VIEWS[name]) {
    await until(() => the('tab', tab));
    await press('tab', tab);
  }
  if (name !== 'Earlier') return;
  await until(() => expect(document.querySelector('.earlier summary')).not.toBeNull());
  document.querySelector<HTMLElement>('.earlier summary')?.click();
  await rendered();
}

export const value = (role: string, name: string) => the<HTMLInputElement>(role, name).value;

/** What the live region says at the moment, line by line. */
export const spoken = () =>
  [...document.querySelectorAll('[aria-live="polite"] p')].map((line) => line.textContent);

/** Waits until the panel shows this text. */
export const says = (text: string) => until(() => expect(document.body.textContent).toContain(text));
