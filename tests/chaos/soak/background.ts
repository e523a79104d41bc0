import type { Browser, Target } from 'puppeteer-core';
import { eventually } from '../../browser/harness/eventually';
import { chromiumOf, devtoolsOf, type Scene } from './scene';

/**
 * Kills the background, which is woken before, by a panel that is opened for that: whether it sleeps is a matter of time.
 * Waits until it is gone. Something may have woken another by then, even under the same target: that one
 * does not bear the mark of the first.
 */
export async function killBackground(scene: Scene): Promise<string> {
  const { browser } = chromiumOf(scene.stage);
  const panel = await scene.panel();
  // Nobody answers a message that nobody knows; but it is heard.
  await panel.evaluate(() =>
    Reflect.get(globalThis, 'chrome')
      .runtime.sendMessage({})
      .catch(() => undefined),
  );
  await eventually('the background to run', async () =>
    (await ask(browser, 'globalThis.isDoomed = true')) === true ? { done: { value: undefined } } : {},
  );
  // Not by closing its target: Chromium lets it run on, one time in a hundred.
  const session = await devtoolsOf(panel);
  await session.send('ServiceWorker.enable');
  await eventually('the background to be gone', async () => {
    await session.send('ServiceWorker.stopAllWorkers');
    const isDoomed = (await ask(browser, 'globalThis.isDoomed')) === true;
    return isDoomed ? { seen: 'it runs' } : { done: { value: undefined } };
  });
  await session.detach();
  return '';
}

const runningIn = (browser: Browser): Target | undefined =>
  browser.targets().find((target) => target.type() === 'service_worker');

/** Evaluates an expression in the background; `undefined` without one. Nothing stays attached, or it would live on. */
async function ask(browser: Browser, expression: string): Promise<unknown> {
  const session = await runningIn(browser)?.createCDPSession();
  if (!session) return undefined;
  try {
    return (await session.send('Runtime.evaluate', { expression })).result.value;
  } finally {
    await session.detach().catch(() => undefined);
  }
}
