import type { Page } from 'puppeteer-core';

/**
 * Shows an arrow over the page, below the puzzle piece that the icon is behind, also when the page is loaded
 * again. Resolves with what takes it away. It is the demo's own: the extension has no part in it.
 */
export async function pointAtIcon(page: Page): Promise<() => Promise<void>> {
  const draw = () => page.evaluate(drawArrow).catch(() => undefined);
  page.on('load', draw);
  await draw();
  return async () => {
    page.off('load', draw);
    await page.evaluate(() => document.querySelector('#demo-arrow')?.remove()).catch(() => undefined);
  };
}

/** Runs in the page. */
function drawArrow(): void {
  document.querySelector('#demo-arrow')?.remove();
  const arrow = document.createElement('div');
  arrow.id = 'demo-arrow';
  arrow.role = 'note';
  // Chromium has an account and a menu to the right of the puzzle piece: its middle is 113 px from the edge.
  arrow.style.cssText = `position: fixed; z-index: 2147483647; inset: 8px 12px auto auto; width: 270px;
    padding: 10px 14px; border-radius: 8px; background: #1d2433; color: #fff; font: 15px/1.4 system-ui;
    box-shadow: 0 4px 16px #0006`;
  const tip = document.createElement('span');
  tip.style.cssText = `position: absolute; inset: -8px 91px auto auto; border: 10px solid transparent;
    border-block-start-width: 0; border-block-end-color: #1d2433`;
  arrow.append(tip, 'Click the puzzle piece above, then External Chat.');
  document.body.append(arrow);
}
