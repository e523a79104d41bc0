import { afterEach, describe, expect, it, vi } from 'vitest';

// In the place of the polyfill, which throws outside an extension.
vi.mock('../../../browser/browser', () => ({
  get browser() {
    return Reflect.get(globalThis, 'browser');
  },
}));

afterEach(() => vi.unstubAllGlobals());

type Added = [listener: (tabId: number, change: object) => void, ...filters: unknown[]];

async function follow(api: object): Promise<{ added: Added; loads: unknown[] }> {
  const added: Added[] = [];
  const onUpdated = { addListener: (...args: Added) => void added.push(args) };
  vi.stubGlobal('browser', { ...api, tabs: { onUpdated } });
  const { onTabLoads } = await import('../../../browser/tab-loads');
  const loads: unknown[] = [];
  onTabLoads((...load) => void loads.push(load));
  expect(added).toHaveLength(1);
  return { added: added[0] ?? [() => {}], loads };
}

describe('the loads of tabs', () => {
  it('wake the background of Firefox, and no other change of a tab does', async () => {
    const { added } = await follow({ sidebarAction: {} });
    expect(added.slice(1)).toEqual([{ properties: ['status'] }]);
  });

  it('come without a filter in Chromium, which refuses one', async () => {
    const { added } = await follow({});
    expect(added).toHaveLength(1);
  });

  it('are told by the beginning and the end of each', async () => {
    const { added, loads } = await follow({});
    for (const change of [
      { status: 'loading' },
      { title: 'Page' },
      { status: 'complete' },
      { status: 'unloaded' },
    ])
      added[0](7, change);
    expect(loads).toEqual([
      [7, 'loading'],
      [7, 'complete'],
    ]);
  });
});
