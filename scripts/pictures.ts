import { mkdirSync } from 'node:fs';
import { PREVIEW_VIEWS } from '../panel/preview/preview-views';
import { launchChromium } from '../tests/browser/harness/browser';
import { servePreview, showView } from '../tests/browser/support/preview';
import { BUILT } from '../tests/prebuild/built';
import { buildPreview } from '../tests/prebuild/preview';
import { readOptions } from './command';
import { drawStorePictures } from './store/pictures';

const USAGE = `npx tsx scripts/pictures.ts [options]

Draws pictures of the panel and the options, from their page without an extension. Look at them before they
are committed. Without an option, those in docs/images/.

  --all FOLDER   every state that they are designed for, light and dark, narrow and wide
  --store        those for the stores, into docs/maintain/store/, from the built extension beside the
                 demo meeting`;

const SCHEMES = ['light', 'dark'] as const;
/** Tall enough that nothing to be pressed lies behind what sticks to the window's edge. */
const TALL = 1_600;
const ROOM = 440;
/** Names of the pictures that the documents show. */
const IN_DOCS = new Map([
  ['calls', 'dial-out'],
  ['list-run', 'lists'],
  ['people', 'people'],
  ['chat', 'chat'],
  ['options', 'options'],
]);

const values = readOptions({ all: { type: 'string' }, store: { type: 'boolean' } }, USAGE);
if (values.store) await drawStorePictures('docs/maintain/store');
else await drawViews();

async function drawViews(): Promise<void> {
  const folder = values.all ?? 'docs/images';
  const widths = values.all === undefined ? { '': 360 } : { '-narrow': 320, '-natural': 420 };

  await buildPreview(BUILT.preview);
  const preview = await servePreview(BUILT.preview);
  const chromium = await launchChromium();
  mkdirSync(folder, { recursive: true });
  try {
    const page = await chromium.browser.newPage();
    for (const view of PREVIEW_VIEWS) {
      const name = values.all === undefined ? IN_DOCS.get(view.name) : view.name;
      if (name === undefined) continue;
      for (const [size, width] of Object.entries(widths)) {
        for (const scheme of SCHEMES) {
          await page.setViewport({ width, height: TALL });
          await page.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          await showView(page, preview.base, view);
          // As tall as what it shows: a footer that sticks to a window would lie far below a short picture. A
          // chat and the dock show as much as there is room for.
          await page.setViewport({ width, height: ROOM });
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewport({ width, height });
          await page.screenshot({ path: `${folder}/${name}${size}-${scheme}.png` });
        }
      }
    }
  } finally {
    await chromium.close();
    await preview.close();
  }
}
