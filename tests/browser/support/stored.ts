import type { Surface } from '../harness/browser';

/** Everything in one of the extension's stores, as JSON. */
export const stored = (page: Surface, area: 'session' | 'local' | 'sync'): Promise<string> =>
  page.evaluate(async (name) => {
    const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    return JSON.stringify(await storage[name].get(null));
  }, area);
