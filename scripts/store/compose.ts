import { readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';

const ICON = readFileSync('scripts/icons/icon.svg', 'utf8');
const FONT = 'system-ui, sans-serif';

/** What a store wants of a picture, in pixels. */
const SCREENSHOT = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };

/** What is left for the pictures inside the window that they are shown in. */
export const INSIDE = { width: 1216, height: 670 };

/** A picture for a store, and what it says above the window. */
export type PictureScene = {
  title: string;
  lead: string;
  scheme: 'light' | 'dark';
  address: string;
  /** PNGs, side by side, as wide and high as `INSIDE` together. */
  pictures: readonly Uint8Array[];
};

const data = (picture: Uint8Array) => `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;

/** Draws pictures of the extension in a plain window, with a line of words over it. */
export function drawScene(browser: Browser, scene: PictureScene, path: string): Promise<void> {
  const dark = scene.scheme === 'dark';
  const [back, line, bar, text, quiet] = dark
    ? ['#0e1013', '#3a4047', '#1e2125', '#e6e8eb', '#a3acb6']
    : ['#e9eff7', '#c9d2dd', '#f6f7f8', '#1b1f24', '#59626d'];
  return draw(
    browser,
    SCREENSHOT,
    path,
    `<style>
      body { box-sizing: border-box; display: grid; grid-template-rows: 1fr auto;
        height: 100vh; margin: 0; padding: 0 31px 8px;
        background: ${back}; color: ${text}; font: 16px/22px ${FONT} }
      h1 { margin: 0; font-size: 26px; line-height: 32px }
      p { margin: 0; color: ${quiet} }
      .words { display: grid; align-content: center; gap: 2px }
      .window { border: 1px solid ${line}; border-radius: 10px; overflow: hidden; background: ${bar} }
      .bar { display: flex; gap: 12px; align-items: center; height: 36px; padding: 0 12px; font-size: 14px }
      .address { flex: 1; padding: 0 12px; border-radius: 12px; background: ${dark ? '#2a2e33' : '#e6e9ed'} }
      .bar svg { width: 20px; height: 20px }
      .row { display: flex; gap: 1px; background: ${line} }
      img { display: block }
    </style>
    <div class="words"><h1>${scene.title}</h1><p>${scene.lead}</p></div>
    <div class="window">
      <div class="bar"><span class="address">${scene.address}</span>${ICON}</div>
      <div class="row">${scene.pictures.map((picture) => `<img src="${data(picture)}">`).join('')}</div>
    </div>`,
  );
}

/** Draws the promotional tile: the icon, the name, and what it is for. */
export function drawTile(browser: Browser, path: string): Promise<void> {
  return draw(
    browser,
    TILE,
    path,
    `<style>
      body { display: grid; place-content: center; justify-items: center; gap: 4px; height: 100vh; margin: 0;
        background: linear-gradient(160deg, #ffffff, #dbe8fb); color: #1b1f24;
        font: 18px/26px ${FONT}; text-align: center }
      svg { width: 96px; height: 96px; margin-bottom: 12px }
      h1 { margin: 0; font-size: 36px; line-height: 44px }
      p { margin: 0; color: #3c4652 }
    </style>
    ${ICON}<h1>External Chat</h1><p>Chat and dial-out beside your meeting</p>`,
  );
}

async function draw(
  browser: Browser,
  size: { width: number; height: number },
  path: string,
  html: string,
): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.setContent(html);
  await page.screenshot({ path: `${path}.png` });
  await page.close();
}
