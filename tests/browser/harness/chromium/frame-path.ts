import type { Frame } from 'puppeteer-core';

/** A frame, and where its viewport begins in the page's, in CSS pixels. */
export interface Place {
  frame: Frame;
  left: number;
  top: number;
}

/**
 * Goes one level down. Asks the child frames for their elements, not the document for its frames: that also
 * finds those in closed shadow roots. Resolves with what was there instead when none matches.
 */
export async function enterFrame(place: Place, selector: string, reveal: boolean): Promise<Place | string> {
  const children = place.frame.childFrames();
  for (const child of children) {
    const element = await child.frameElement();
    const offset = await element?.evaluate(contentOffset, selector, reveal);
    await element?.dispose();
    if (offset) return { frame: child, left: place.left + offset.x, top: place.top + offset.y };
  }
  const urls = children.map((child) => child.url() || 'one without a URL');
  return `no "${selector}" among the frames of ${place.frame.url()}: ${urls.join(', ') || 'it has none'}`;
}

/** Runs in the page. */
function contentOffset(
  element: Element,
  selector: string,
  reveal: boolean,
): { x: number; y: number } | undefined {
  if (!element.matches(selector)) return undefined;
  if (reveal) element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    x: box.left + element.clientLeft + Number.parseFloat(style.paddingLeft),
    y: box.top + element.clientTop + Number.parseFloat(style.paddingTop),
  };
}
