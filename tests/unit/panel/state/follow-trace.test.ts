import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogStore } from '../../../../panel/log/log-store';
import { followTrace } from '../../../../panel/state/follow-trace';
import type { PanelStore } from '../../../../panel/state/store';
import { createTracer } from '../../../../peer/trace/tracer';
import type { Link } from '../../../../protocol/link';
import type { PeerConnection } from '../../../../protocol/panel';
import { asWindow, FakeTop } from '../../peer/frame-tree';

const PAGE = 7;

/** A panel beside a page whose real tracer has noted `first` before anybody looked. */
function besidePage(...first: string[]) {
  const top = asWindow(new FakeTop());
  const noted = (name: string) =>
    ({ verdict: 'accepted', path: [], origin: '', data: { name }, at: 0, clock: 0 }) as const;
  const tracer = createTracer(top, PAGE, first.map(noted));
  const listeners = new Set<(trace: unknown) => void>();
  const link: Link = {
    post: (trace) => void [...listeners].forEach((listener) => void listener(structuredClone(trace))),
    onMessage() {},
    onClose() {},
    close() {},
  };
  const connection: PeerConnection = {
    onState() {},
    onMessages() {},
    onPeople() {},
    onTrace: (listener) => void listeners.add(listener),
    send: (request) => request.type === 'inspect' && tracer.inspect(link, request.on),
  };
  const store = { page: signal<number | undefined>(PAGE) } as unknown as PanelStore;
  return { store, connection, note: (name: string) => tracer.note(noted(name)) };
}

const namesIn = (data: string) => (JSON.parse(data) as { name: string }).name;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the messages of the page', () => {
  it.each(['the checks', 'the log'])('reach both parts of a panel, each once, if %s came first', (who) => {
    const { store, connection, note } = besidePage('ready', 'connected');
    const { signal: stop } = new AbortController();
    const checked: string[] = [];
    const check = () =>
      followTrace(
        { store, connection },
        (_, all) => checked.push(...all.map(({ data }) => namesIn(data))),
        stop,
      );
    if (who === 'the checks') check();
    const early = who === 'the log' ? createLogStore(store, connection, stop) : undefined;
    vi.advanceTimersByTime(100);
    // It is on its way while the second part begins.
    note('toggle-chat');
    const log = early ?? createLogStore(store, connection, stop);
    if (early) check();
    note('message');
    vi.advanceTimersByTime(100);
    const all = ['ready', 'connected', 'toggle-chat', 'message'];
    expect(checked).toEqual(all);
    expect(log.entries.value.map(({ name }) => name)).toEqual(all);
    expect(new Set(log.entries.value.map(({ id }) => id)).size).toBe(all.length);
  });
});
