import { eventually } from '../../browser/harness/eventually';
import { chromiumOf, type Scene } from './scene';

/** Kills the background, which is woken before if it sleeps, and waits until it is gone. */
export async function killBackground(scene: Scene): Promise<string> {
  const { browser } = chromiumOf(scene.stage);
  const running = () => browser.targets().find((target) => target.type() === 'service_worker');
  const slept = !running();
  if (slept) {
    const panel = await scene.panel();
    // Nobody answers a message that nobody knows; but it is heard.
    await panel.evaluate(() =>
      Reflect.get(globalThis, 'chrome')
        .runtime.sendMessage({})
        .catch(() => undefined),
    );
  }
  const background = await eventually('the background to run', async () => {
    const target = running();
    return target ? { done: { value: target } } : {};
  });
  await (await background.worker())?.close();
  await eventually('the background to be gone', async () =>
    browser.targets().includes(background) ? {} : { done: { value: undefined } },
  );
  return slept ? 'woken before' : '';
}
