import type { Page } from 'puppeteer-core';

/** One protocol message as a frame received it. */
export type Line = { direction: 'plugin → top' | 'top → plugin'; name: string; fields: string };

/**
 * Writes down every protocol message that any frame of a page receives from now on, in the order of arrival.
 * Listens in the frames themselves: what the peer answers goes straight to the plugin, past the page.
 */
export async function transcribe(page: Page, onLine: (line: Line) => void): Promise<void> {
  await page.exposeFunction('protocolMessage', (inTop: boolean, json: string) => {
    const { action, ...fields } = JSON.parse(json) as { action: string };
    onLine({
      direction: inTop ? 'plugin → top' : 'top → plugin',
      name: action.slice(action.lastIndexOf('/') + 1),
      fields: JSON.stringify(fields),
    });
  });
  await page.evaluateOnNewDocument(() => {
    window.addEventListener('message', ({ data, source }) => {
      if (typeof data?.action !== 'string' || !data.action.startsWith('pexip:plugin:external-chat/')) return;
      // The plugin is the innermost frame; a greeting that looks for it reaches Web App 3 as well.
      if (window !== window.top && (source !== window.top || window.length > 0)) return;
      Reflect.get(window, 'protocolMessage')(window === window.top, JSON.stringify(data));
    });
  });
}
