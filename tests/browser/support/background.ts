import type { Surface } from '../harness/browser';

/** Has the extension's background run, if it sleeps: by a message from one of the extension's own pages. */
export function wakeBackground(page: Surface): Promise<void> {
  return page.evaluate(async () => {
    const { runtime } = Reflect.get(globalThis, 'chrome') as {
      runtime: { sendMessage(data: object): Promise<unknown> };
    };
    // Nobody answers a message that nobody knows, and that is an error; but it is heard.
    await runtime.sendMessage({}).catch(() => undefined);
  });
}
