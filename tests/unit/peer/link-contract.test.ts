import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPanels, type Panels } from '../../../peer/panels';
import type { Link } from '../../../protocol/link';
import { PANEL_PROTOCOL, type PanelRequest, type PeerState } from '../../../protocol/panel';

/**
 * What every link between a panel and the peer keeps to. Over the dock's real `MessagePort` here; over a
 * real runtime port, in both browsers, in `tests/browser/link-contract.test.ts`.
 */
async function overMessagePort(panels: Panels) {
  const secrets = new Map<string, unknown>();
  // Of an extension's own scheme, Node's URL tells no origin as browsers do.
  vi.stubGlobal('browser', {
    runtime: { getURL: (path: string) => `https://extension.example/${path}` },
    storage: {
      local: { set: async (items: object) => Object.entries(items).map(([k, v]) => secrets.set(k, v)) },
    },
  });
  const { handLink } = await import('../../../platform/dock-door');
  let port: MessagePort | undefined;
  const said: { secret?: string; target?: string } = {};
  const dock = {
    postMessage(message: { secret: string }, target: string, [given]: MessagePort[]) {
      [port, said.secret, said.target] = [given, message.secret, target];
    },
  };
  const { link, end } = await handLink(dock as unknown as Window);
  if (!port) throw new Error('The dock was given no port.');
  const received: unknown[] = [];
  port.onmessage = ({ data }) => received.push(data);
  panels.add(link);
  const panel = port;
  return {
    received,
    post: (message: unknown) => panel.postMessage(message),
    end,
    close: () => panel.close(),
    said,
    secrets,
  };
}

function aPeer() {
  const stop = new AbortController();
  const requests: PanelRequest[] = [];
  let badge = false;
  const state = (): PeerState => ({
    type: 'state',
    protocol: PANEL_PROTOCOL,
    page: 1,
    site: 'https://portal.example.com',
    mode: 'drive',
    dropped: { badge: Number(badge) },
    meetings: [],
  });
  const panels = createPanels(
    state,
    (request: PanelRequest, _panel: Link) => {
      requests.push(request);
      if (request.type === 'set-badge') badge = request.visible;
      panels.changed();
    },
    () => {},
    stop.signal,
  );
  return { panels, requests, stop };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const BADGE = { type: 'set-badge', meeting: 'm1', visible: true };

describe('a link over a MessagePort', () => {
  it('is handed over at the extension’s origin alone, with a secret that only the extension can look up', async () => {
    const { said, secrets } = await overMessagePort(aPeer().panels);
    expect(said.target).toBe('https://extension.example');
    expect([...secrets.keys()]).toEqual([`dock.${said.secret}`]);
  });

  it('brings the whole state at once, and again after a change', async () => {
    const { panels } = aPeer();
    const { received, post } = await overMessagePort(panels);
    await vi.waitFor(() => expect(received).toMatchObject([{ type: 'state', protocol: PANEL_PROTOCOL }]));
    post(BADGE);
    await vi.waitFor(() => expect(received.at(-1)).toMatchObject({ dropped: { badge: 1 } }));
  });

  it('keeps the order of what is posted, and tells many changes once', async () => {
    const { panels, requests } = aPeer();
    const { received, post } = await overMessagePort(panels);
    for (let index = 0; index < 200; index++) post({ ...BADGE, visible: index % 2 === 0 });
    post({ type: 'set-chat', meeting: 'm1', active: true });
    await vi.waitFor(() => expect(requests.at(-1)?.type).toBe('set-chat'));
    expect(requests.map((request) => 'visible' in request && request.visible).slice(0, 4)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    await vi.waitFor(() => expect(received.at(-1)).toMatchObject({ dropped: { badge: 0 } }));
    expect(received.length).toBeLessThan(200);
  });

  it.each([
    ['nothing', null],
    ['text', 'set-chat'],
    ['a request of a later version', { type: 'set-wallpaper', meeting: 'm1' }],
    ['a name that every object has', { type: 'constructor', meeting: 'm1' }],
  ])('takes no notice of %s', async (_what, message) => {
    const { panels, requests } = aPeer();
    const { post } = await overMessagePort(panels);
    post(message);
    post(BADGE);
    await vi.waitFor(() => expect(requests).toEqual([BADGE]));
  });

  it('is forgotten when its dock has gone, and opened anew by the next one', async () => {
    const { panels } = aPeer();
    const first = await overMessagePort(panels);
    first.end();
    expect(panels.count).toBe(0);
    const second = await overMessagePort(panels);
    second.post(BADGE);
    await vi.waitFor(() => expect(second.received.at(-1)).toMatchObject({ dropped: { badge: 1 } }));
  });

  it('ends with the peer', async () => {
    const { panels, stop } = aPeer();
    const { received, post } = await overMessagePort(panels);
    await vi.waitFor(() => expect(received).toHaveLength(1));
    stop.abort();
    post(BADGE);
    expect(panels.count).toBe(0);
  });
});
