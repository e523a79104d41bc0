import type { Browser, Target } from 'puppeteer-core';
import { eventually } from '../eventually';

/** The backgrounds of an extension, of which a new version may have another one beside the old. */
export const backgroundsOf = (browser: Browser, id: string | undefined): Target[] =>
  browser
    .targets()
    .filter((each) => each.type() === 'service_worker' && each.url().startsWith(`chrome-extension://${id}/`));

/**
 * Waits until the background of an extension that has just come hears presses of the icon, if it is none of
 * those `before`: a press before it has run for the first time would be nobody's.
 */
export async function untilItListens(
  browser: Browser,
  id: string | undefined,
  before: readonly Target[] = [],
): Promise<void> {
  await eventually('the background to listen for presses', async () => {
    const target = backgroundsOf(browser, id).find((each) => !before.includes(each));
    // Not by `target.worker()`, which stays attached: a worker that is watched outlives the next update.
    const session = await target?.createCDPSession();
    const expression = 'chrome.action.onClicked.hasListeners()';
    const answer = await session?.send('Runtime.evaluate', { expression });
    await session?.detach();
    return answer?.result.value ? { done: { value: undefined } } : { seen: target?.url() ?? 'none' };
  });
}
