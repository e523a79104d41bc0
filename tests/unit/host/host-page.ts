import { vi } from 'vitest';
import { connectMeeting, type MeetingConnection } from '../../../host';
import type { ConnectOptions } from '../../../host/options';
import { PREFIX } from '../../../protocol/wire';
import { asWindow, FakeWindow } from '../peer/frame-tree';

export const MEET = 'https://meet.example.com';

/** What our plugin announces, as far as these tests need it. */
export const FEATURES = ['connected', 'request-id', 'hang-up', 'call-status', 'messages', 'mute'];

type Listener = (event: unknown) => void;

/** Everything that the library has sent to a window, without what the wire adds. */
export const sentTo = (window: FakeWindow) =>
  window.heard.map(({ data }) => {
    const { action, ...payload } = data as { action: string };
    return { name: action.slice(action.lastIndexOf('/') + 1), ...payload };
  });

/** Sets the page's own events up: a listener that is added with a signal goes with it. */
function createEvents() {
  const listeners = new Map<string, Set<Listener>>();
  return {
    add(type: string, listener: Listener, { signal }: { signal: AbortSignal }) {
      if (signal.aborted) return;
      const known = listeners.get(type) ?? new Set();
      listeners.set(type, known.add(listener));
      signal.addEventListener('abort', () => known.delete(listener));
    },
    fire: (type: string, event: unknown) => {
      for (const listener of listeners.get(type) ?? []) listener(event);
    },
  };
}

/** A host page with a meeting in an iframe, an ad, and the library that is connected to the meeting. */
export function openHostPage(options: ConnectOptions = {}, src = `${MEET}/webapp3/m/qa`) {
  const pageEvents = createEvents();
  const frameEvents = createEvents();
  vi.stubGlobal('addEventListener', pageEvents.add);
  const top = new FakeWindow();
  const webapp3 = new FakeWindow(top);
  const advert = new FakeWindow(top);
  const plugin = new FakeWindow(webapp3);
  const element = { src, contentWindow: webapp3, addEventListener: frameEvents.add };
  const meeting: MeetingConnection = connectMeeting(element as unknown as HTMLIFrameElement, options);
  const page = {
    top,
    webapp3,
    advert,
    element,
    meeting,
    plugin,
    /** A message from any window, as the browser delivers it. */
    receive: (source: FakeWindow | null, data: unknown, origin = 'null', isTrusted = true) =>
      pageEvents.fire('message', { isTrusted, source: source && asWindow(source), data, origin }),
    /** A message of the plugin. */
    send: (name: string, payload: object = {}, prefix: string = PREFIX) =>
      page.receive(page.plugin, { action: prefix + name, ...payload }),
    /** The messages that the plugin has received. */
    sent: (name?: string) => sentTo(page.plugin).filter((message) => !name || message.name === name),
    /** The meeting is loaded again, with a plugin that hasn't sent anything yet. */
    reload() {
      page.plugin.remove();
      page.plugin = new FakeWindow(webapp3);
      page.load();
    },
    load: () => frameEvents.fire('load', {}),
    /** Our plugin joins a meeting. */
    join(conferenceAlias = 'qa', features: readonly string[] = FEATURES) {
      page.send('ready', { version: '1.0.0', features, conferenceAlias });
      page.send('connected', { conferenceAlias });
    },
  };
  return page;
}

/** Lets what a page does after a task happen, such as dialing. */
export const afterTask = () => vi.advanceTimersByTimeAsync(0);
