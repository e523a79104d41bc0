import { afterAll, beforeAll } from 'vitest';
import { BUILT, built } from '../../prebuild/built';
import type { BrowserUnderTest, browsers, Surface, Tab } from '../harness/browser';
import { showFramed } from './framed';
import { servePreview } from './preview';

/** The panel's page without an extension, in a frame that can be narrower than a window. */
interface FramedPreview {
  /** The page around the frame; there from the first test on. */
  tab(): Tab;
  /** Shows a page: `query` names language, state and what is stored. */
  show(query: Record<string, string>, height: number, width?: number): Promise<Surface>;
}

/** Has a browser with the preview for the tests of a `describe`, from the first to the last. */
export function framedPreview(launch: (typeof browsers)[number]['launch']): FramedPreview {
  let browser: BrowserUnderTest | undefined;
  let preview: Awaited<ReturnType<typeof servePreview>> | undefined;
  let tab: Tab | undefined;

  const pageOf = (query: Record<string, string>) =>
    `${preview?.base}preview/preview.html?${new URLSearchParams(query)}`;
  const there = () => {
    if (!tab) throw new Error('The preview is there from the first test on.');
    return tab;
  };

  beforeAll(async () => {
    preview = await servePreview(built(BUILT.preview));
    browser = await launch({});
    tab = await browser.open(pageOf({ state: 'ready' }));
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.close();
  });

  return {
    tab: there,
    async show(query, height, width) {
      await there().evaluate(showFramed, pageOf(query), height, width);
      return there().frame('iframe');
    },
  };
}
